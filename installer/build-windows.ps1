# build-windows.ps1 -Jdk FOLDER [-ReleaseKey OPEN.pem]: the twin of build-windows for a Windows machine.
# FOLDER is a Temurin JDK 25 for Windows x64. Needs Maven, makensis, Visual C++ (cl, rc) in PATH. Not run by anybody yet.
param([Parameter(Mandatory = $true)][string] $Jdk, [string] $ReleaseKey = '')
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
Run mvn -q -B '-Djavafx.platform=win' package -DskipTests
New-Item -ItemType Directory -Force "$app\lib", "$app\bin", "$app\licences" | Out-Null
Copy-Item -Recurse target\anlan\licences\* "$app\licences"

Add-Type -AssemblyName System.IO.Compression, System.IO.Compression.FileSystem
# takes the natives that match out of a jar and lays them into bin
function Slim([string] $jar, [string] $pattern, [string] $all) {
    $zip = [IO.Compression.ZipFile]::Open($jar, 'Update')
    foreach ($entry in @($zip.Entries | Where-Object { $_.FullName -match $all })) {
        if ($entry.FullName -match $pattern) {
            [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, "$app\bin\$($entry.Name)", $true)
        }
        $entry.Delete()
    }
    $zip.Dispose()
}
foreach ($jar in Get-ChildItem target\anlan\lib\*.jar) {
    if ($jar.Name -match '^javafx-' -and $jar.Name -notmatch '-win\.jar$') { continue }
    $to = "$app\lib\" + ($jar.Name -replace '-win\.jar$', '.jar')
    Copy-Item $jar $to
    if ($jar.Name -match '^javafx-') { Slim $to '^[^/]+\.dll$' '^[^/]+\.dll$' }
    if ($jar.Name -match '^sqlite-jdbc-') { Slim $to '^org/sqlite/native/Windows/x86_64/.+' '^org/sqlite/native/' }
}
if ($ReleaseKey) { Copy-Item $ReleaseKey "$app\lib\release.pem" }
$modules = (Get-Content installer\common\modules) -join ','
Run "$Jdk\bin\jlink.exe" --add-modules $modules '--include-locales=zh,en' --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$app\runtime"

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

$out = "$PWD\target\installer\anlan-$version"
Run makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DFOURFOLD=$version.0" "-DSOURCE=$app" "-DICON=$PWD\icons\anlan.ico" "-DOUT=$out-setup.exe" installer\windows\anlan.nsi
Set-Content "$app\portable.flag" 'data stays in the folder data beside this file'
Compress-Archive -Force -Path $app -DestinationPath "$out-portable.zip"
Remove-Item "$app\portable.flag"
Get-FileHash -Algorithm SHA256 "$out-setup.exe", "$out-portable.zip"
