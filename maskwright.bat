@echo off
rem Starts Maskwright. Builds it first if it was never built or its sources have changed since.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "DIST=%HERE%target\dist"
set "MW_HOME=%HERE%"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "JAVA_VERSION="
set "ANSWER=%TEMP%\maskwright-java-%RANDOM%.txt"
"%JAVA%" -version 2> "%ANSWER%"
for /f "usebackq tokens=2,3" %%a in ("%ANSWER%") do (
  if "%%a"=="version" for /f "tokens=1 delims=.-" %%m in ("%%~b") do set "JAVA_VERSION=%%m"
)
del "%ANSWER%"
if not defined JAVA_VERSION (
  echo Maskwright needs a JDK, version 17 or later. Install one, or point JAVA_HOME to it. 1>&2
  exit /b 1
)
if %JAVA_VERSION% LSS 17 (
  echo Maskwright needs a JDK, version 17 or later; "%JAVA%" is version %JAVA_VERSION%. 1>&2
  exit /b 1
)

call :is_fresh || call :build || exit /b 1

set "OPTIONS=-Dfile.encoding=UTF-8"
set "PART=app"
set "MAIN=org.maskwright.app.Launcher"
rem What a person feels at the window can only be measured in one.
set "BENCH="
if "%~1"=="canvas-bench" set "BENCH=yes"
if "%~1"=="window-bench" set "BENCH=yes"
if defined BENCH set "MAIN=org.maskwright.app.bench.Main"
rem A path, and not the name of a command: something to open in the window.
set "OPENED="
echo %1| findstr /r "[\\/]" >nul && if exist "%~1" if "%~2"=="" set "OPENED=yes"
if not "%~1"=="" if not defined BENCH if not defined OPENED (
  set "PART=engine"
  set "MAIN=org.maskwright.network.Main"
  set "OPTIONS=-Dfile.encoding=UTF-8 -Djava.awt.headless=true"
)
rem Newer Javas warn when a library calls native code without leave.
if %JAVA_VERSION% GEQ 22 set "OPTIONS=%OPTIONS% --enable-native-access=ALL-UNNAMED"
if %JAVA_VERSION% GEQ 24 set "OPTIONS=%OPTIONS% --sun-misc-unsafe-memory-access=allow"
rem Our own errors say what is wrong with a file.
if not defined OPENCV_LOG_LEVEL set "OPENCV_LOG_LEVEL=OFF"
for /f "tokens=2 delims=:." %%c in ('chcp') do set "CODE_PAGE=%%c"
chcp 65001 >nul
"%JAVA%" %OPTIONS% -cp "%DIST%\lib\%PART%\*" %MAIN% %*
set "CODE=%ERRORLEVEL%"
chcp %CODE_PAGE% >nul
exit /b %CODE%

:is_fresh
if not exist "%DIST%\built" exit /b 1
if not exist "%DIST%\lib\engine\maskwright-network-*.jar" exit /b 1
if not exist "%DIST%\lib\app\maskwright-app-*.jar" exit /b 1
powershell -NoProfile -NonInteractive -Command ^
  "$built = (Get-Item -LiteralPath (Join-Path $env:MW_HOME 'target\dist\built')).LastWriteTimeUtc;" ^
  "$roots = 'pom.xml', '.mvn', 'engine', 'app', 'assets', 'samples' | ForEach-Object { Join-Path $env:MW_HOME $_ } | Where-Object { Test-Path -LiteralPath $_ };" ^
  "$newer = Get-ChildItem -LiteralPath $roots -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName -notmatch '\\target(\\|$)|\\src\\(test|jmh)(\\|$)' -and (-not $_.PSIsContainer -or $_.FullName -match '\\src\\main\\') } | Select-Object -First 1;" ^
  "if ($newer) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>nul || (
  echo Building Maskwright needs Maven 3.8 or later. Install it and try again. 1>&2
  exit /b 1
)
if not exist "%DIST%" mkdir "%DIST%"
type nul > "%DIST%\built.new"
echo Maskwright is built on its first start and when its sources have changed. 1>&2
echo This takes some minutes; Maven says below what it is doing. 1>&2
pushd "%HERE%"
call mvn -B package -DskipTests 1>&2
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  echo The build failed. Maven's lines above say why. 1>&2
  exit /b 1
)
move /y "%DIST%\built.new" "%DIST%\built" >nul
exit /b 0
