@echo off
rem Anlan: the window, or with arguments the command line. ASCII only: this file is read before the code page is changed.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA="
if defined ANLAN_JAVA set "JAVA=%ANLAN_JAVA%"
if not defined JAVA if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA=%HOME_DIR%\runtime\bin\java.exe"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
if not defined JAVA (
    echo Anlan needs Java 25 or newer. Install it, or name its java.exe in the environment variable ANLAN_JAVA. 1>&2
    exit /b 1
)
if not "%~1"=="" chcp 65001 >nul
rem What is over in seconds is not worth compiling well; making a large sample is.
set "TIER=-XX:TieredStopAtLevel=1"
if "%~1"=="demo" set "TIER=-XX:+TieredCompilation"
rem A window should come soon and stay small.
set "WINDOW="
if "%~1"=="" set "WINDOW=-Xms24m -Xmn12m -XX:CompileThresholdScaling=3"
for %%W in (--sample --store --timings --rehearse) do if "%~1"=="%%W" set "WINDOW=-Xms24m -Xmn12m -XX:CompileThresholdScaling=3"
if /i "%~x1"==".zhb" set "WINDOW=-Xms24m -Xmn12m -XX:CompileThresholdScaling=3"
"%JAVA%" "-Danlan.home=%HOME_DIR%" -Duser.language=zh -Duser.country=CN -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:-CreateCoredumpOnCrash -XX:+UseSerialGC %WINDOW% %TIER% -Xmx256m -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true -cp "%HOME_DIR%\lib\anlan.jar" cn.anlan.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" exit /b 0
for /f "tokens=3" %%V in ('""%~1" -version 2^>^&1" ^| findstr /c:" version "') do for /f "delims=.-+ tokens=1" %%M in ("%%~V") do if %%M GEQ 25 set "JAVA=%~1"
exit /b 0
