; The setup for Windows 10/11, 64 bit. Built by installer/build-windows with VERSION, FOURFOLD, SOURCE, OUT; read as UTF-8.
; Silent: setup.exe /S [/AllUsers | /CurrentUser] [/D=FOLDER]. Exit 5: the program runs, nothing was touched. Exit 6: a newer version is
; installed. Exit 7: FOLDER is not written in plain letters.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma

!define NAME "安澜"
!define ASCII "Anlan"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ASCII}"
!define TYPE "Anlan.Bundle"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_ALLUSERS
!define MULTIUSER_INSTALLMODE_INSTDIR "${ASCII}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include FileFunc.nsh
!include x64.nsh

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${FOURFOLD}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "Anlan"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\anlan.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开安澜"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE KeepPlain
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A running Java holds its jar open so that nobody can rename it.
!macro REFUSE_WHILE_RUNNING UN
Function ${UN}RefuseWhileRunning
  again:
  ${IfNot} ${FileExists} "$INSTDIR\lib\anlan.jar"
    Return
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR\lib\anlan.jar" "$INSTDIR\lib\anlan.jar.free"
  ${IfNot} ${Errors}
    Rename "$INSTDIR\lib\anlan.jar.free" "$INSTDIR\lib\anlan.jar"
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "安澜正在运行。请关闭它的窗口，再点“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 5
  Quit
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_RUNNING ""
!insertmacro REFUSE_WHILE_RUNNING "un."

; Java finds its native parts in no folder whose letters the machine's code page lacks. Where a person's own folder is called in Chinese, she has it so.
!define ODD "安装文件夹的名字请只用英文字母和数字，例如 C:\Anlan。"

; $R0: whether $INSTDIR is ASCII, code page 20127
Function IsPlain
  System::Call 'kernel32::WideCharToMultiByte(i 20127, i 0, w "$INSTDIR", i -1, m .R1, i ${NSIS_MAX_STRLEN}, p 0, *i .R2)'
  IntOp $R0 $R2 !
FunctionEnd

Function KeepPlain
  Call IsPlain
  ${If} $R0 = 0
  ${AndIf} $MultiUser.InstallMode == "AllUsers"
    MessageBox MB_OK|MB_ICONEXCLAMATION "${ODD}"
    Abort
  ${EndIf}
FunctionEnd

Function .onInit
  ; what /D= says, before the mode of the setup chooses a folder
  StrCpy $9 $INSTDIR
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "安澜需要 64 位的 Windows 10 或更新版本。" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  SetRegView 64
  !insertmacro MULTIUSER_INIT
  ${If} $9 != ""
    StrCpy $INSTDIR $9
    Call IsPlain
    ${If} $R0 = 0
      MessageBox MB_OK|MB_ICONSTOP "${ODD}" /SD IDOK
      SetErrorLevel 7
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section "-program"
  Call RefuseWhileRunning
  ReadRegStr $1 SHCTX "${KEY}" "DisplayVersion"
  ${If} $1 != ""
    ${VersionCompare} "$1" "${VERSION}" $2
    ${If} $2 == 1
      MessageBox MB_OK|MB_ICONSTOP "已经装有更新的 $1 版，不能退回 ${VERSION} 版：旧版读不了新版的数据。" /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
  ${EndIf}

  ; what an older version had and this one has not must not stay on the class path
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\anlan.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\anlan.exe"

  WriteRegStr SHCTX "Software\Classes\.zhb" "" "${TYPE}"
  WriteRegStr SHCTX "Software\Classes\${TYPE}" "" "安澜上报包"
  WriteRegStr SHCTX "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\anlan.exe,0"
  WriteRegStr SHCTX "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\anlan.exe" "%1"'

  WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\anlan.exe,0"
  WriteRegStr SHCTX "${KEY}" "Publisher" "Anlan"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  Call un.RefuseWhileRunning
  ; the data of whoever worked here stays
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\anlan.exe"
  Delete "$INSTDIR\anlan-command.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 SHCTX "Software\Classes\.zhb" ""
  ${If} $0 == "${TYPE}"
    DeleteRegKey SHCTX "Software\Classes\.zhb"
  ${EndIf}
  DeleteRegKey SHCTX "Software\Classes\${TYPE}"
  DeleteRegKey SHCTX "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
