# build-windows.ps1 -Jdk FOLDER [-ReleaseKey OPEN.pem] [-SignWith THUMBPRINT]: the twin of build-windows for a Windows machine.
# FOLDER is a Temurin JDK 25 for Windows x64; THUMBPRINT is of a certificate in the store of whoever builds. Needs Maven, makensis, Visual C++ (cl, rc)
# and, to sign, signtool in PATH. Not run by anybody yet.
param([Parameter(Mandatory = $true)][string] $Jdk, [string] $ReleaseKey = '', [string] $SignWith = '')
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Fail([string] $why) { Write-Error $why; exit 1 }
function Run([string] $program) { & $program @args; if ($LASTEXITCODE -ne 0) { Fail "$program ended with $LASTEXITCODE" } }

foreach ($tool in 'mvn', 'makensis', 'cl', 'rc') {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { Fail "needs $tool; install it first" }
}
if (-not (Test-Path "$Jdk\bin\jlink.exe")) { Fail "no bin\jlink.exe in $Jdk" }
if (-not (Select-String -Quiet '^JAVA_VERSION="25' "$Jdk\release")) { Fail "$Jdk is not a Java 25" }
$version = ([xml](Get-Content pom.xml -Encoding UTF8)).project.version
$app = "$PWD\target\installer\windows\Anlan"
$env:JAVA_HOME = $Jdk
Remove-Item -Recurse -Force $app, target\anlan -ErrorAction SilentlyContinue
Run mvn -q -B '-Djavafx.platform=win' package '-Dmaven.test.skip' '-Dspotless.check.skip'
New-Item -ItemType Directory -Force "$app\lib", "$app\bin", "$app\licences" | Out-Null
Copy-Item -Recurse target\anlan\licences\* "$app\licences"

$java = "$Jdk\bin\java.exe"
$date = (Select-String 'project.build.outputTimestamp>(.*)Z<' pom.xml).Matches[0].Groups[1].Value
Run $java -cp 'target/anlan/lib/*' installer\common\LayJars.java target\anlan\lib "$app\lib" "$app\bin" "$app\licences" win Windows/x86_64 $date
if ($ReleaseKey) { Copy-Item $ReleaseKey "$app\lib\release.pem" }
$modules = (Get-Content installer\common\modules) -join ','
Run "$Jdk\bin\jlink.exe" --add-modules $modules '--include-locales=zh,en' --strip-debug --no-header-files --no-man-pages --compress zip-0 --generate-cds-archive --output "$app\runtime"
Run $java -cp 'target/anlan/lib/*' installer\common\Bill.java $app target\anlan\lib win "$Jdk\release"

$work = New-Item -ItemType Directory -Force target\installer\launcher
Copy-Item icons\anlan.ico, installer\windows\launcher.manifest $work
(Get-Content installer\windows\launcher.rc.in) -replace '@VERSION@', $version -replace '@COMMAS@', (($version -replace '\.', ',') + ',0') |
    Set-Content "$work\launcher.rc" -Encoding ASCII
Push-Location $work
Run rc /nologo launcher.rc
$source = '..\..\..\installer\windows\launcher.c'
Run cl /nologo /utf-8 /O1 /MT /DUNICODE /D_UNICODE $source launcher.res /Fe"$app\anlan.exe" /link /SUBSYSTEM:WINDOWS user32.lib shell32.lib
Run cl /nologo /utf-8 /O1 /MT /DUNICODE /D_UNICODE /DCONSOLE $source launcher.res /Fe"$app\anlan-command.exe" /link /SUBSYSTEM:CONSOLE user32.lib shell32.lib
Pop-Location

function Sign([string] $file) { if ($SignWith) { Run signtool sign /sha1 $SignWith /fd sha256 /d Anlan $file } }
Sign "$app\anlan.exe"
Sign "$app\anlan-command.exe"

$out = "$PWD\target\installer\anlan-$version"
Run makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DFOURFOLD=$version.0" "-DSOURCE=$app" "-DICON=$PWD\icons\anlan.ico" "-DOUT=$out-setup.exe" installer\windows\anlan.nsi
Sign "$out-setup.exe"
Set-Content "$app\portable.flag" 'data stays in the folder data beside this file'
Compress-Archive -Force -Path $app -DestinationPath "$out-portable.zip"
Remove-Item "$app\portable.flag"
Get-FileHash -Algorithm SHA256 "$out-setup.exe", "$out-portable.zip"
