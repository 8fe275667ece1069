/* Starts the program with the Java beside it: anlan.exe for the window, anlan-command.exe (console) for the command line.
   Everything is said in absolute paths, so that Chinese folders, spaces and quotes arrive as they were given. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32767

static wchar_t line[LONGEST + 1];
static wchar_t home[MAX_PATH * 4];

static int refuse(const wchar_t *why) {
#ifdef CONSOLE
    HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
    DWORD written;
    if (!WriteConsoleW(err, why, (DWORD) wcslen(why), &written, NULL)) {
        char utf8[2048];
        int length = WideCharToMultiByte(CP_UTF8, 0, why, -1, utf8, sizeof utf8, NULL, NULL);
        WriteFile(err, utf8, length > 0 ? (DWORD) length - 1 : 0, &written, NULL);
    }
#else
    MessageBoxW(NULL, why, L"安澜", MB_OK | MB_ICONERROR);
#endif
    return 3;
}

static void add(const wchar_t *text) {
    if (wcslen(line) + wcslen(text) < LONGEST) {
        wcscat(line, text);
    }
}

/* One argument, quoted as CommandLineToArgvW reads it back: backslashes double only before a quote. */
static void argument(const wchar_t *text) {
    wchar_t one[2] = {0, 0};
    size_t slashes = 0;
    add(L" \"");
    for (; *text; text++) {
        if (*text == L'\\') {
            slashes++;
            continue;
        }
        size_t wanted = *text == L'"' ? slashes * 2 + 1 : slashes;
        for (; wanted > 0; wanted--) {
            add(L"\\");
        }
        slashes = 0;
        one[0] = *text;
        add(one);
    }
    for (; slashes > 0; slashes--) {
        add(L"\\\\");
    }
    add(L"\"");
}

static int exists(const wchar_t *name) {
    wchar_t path[MAX_PATH * 4 + 64];
    swprintf(path, sizeof path / sizeof *path, L"%ls\\%ls", home, name);
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

static void own(const wchar_t *before, const wchar_t *name) {
    wchar_t path[MAX_PATH * 4 + 128];
    swprintf(path, sizeof path / sizeof *path, L"%ls%ls%ls", before, home, name);
    argument(path);
}

/* ANLAN_DRAW=sw draws without the graphics card, where its driver is trouble. */
static void drawn(void) {
    wchar_t how[32];
    wchar_t order[64];
    DWORD length = GetEnvironmentVariableW(L"ANLAN_DRAW", how, sizeof how / sizeof *how);
    if (length > 0 && length < sizeof how / sizeof *how) {
        swprintf(order, sizeof order / sizeof *order, L"-Dprism.order=%ls", how);
        argument(order);
    }
}

static void program(int window, const wchar_t *first) {
    static const wchar_t *always[] = {L"-Duser.language=zh", L"-Duser.country=CN", L"-Dstdout.encoding=UTF-8", L"-Dstderr.encoding=UTF-8",
        L"--enable-native-access=ALL-UNNAMED", L"--sun-misc-unsafe-memory-access=allow", L"-XX:-CreateCoredumpOnCrash",
        L"-XX:+UseSerialGC", L"-Xmx256m", L"-Dorg.jooq.no-logo=true", L"-Dorg.jooq.no-tips=true"};
    own(L"", window ? L"\\runtime\\bin\\javaw.exe" : L"\\runtime\\bin\\java.exe");
    if (exists(L"lib\\anlan.jsa")) {
        own(L"-XX:SharedArchiveFile=", L"\\lib\\anlan.jsa");
        argument(L"-XX:+UnlockDiagnosticVMOptions");
        argument(L"-XX:ArchiveRelocationMode=0");
        argument(L"-Xlog:disable");
    }
    own(L"-Danlan.home=", L"");
    own(L"-Dorg.sqlite.lib.path=", L"\\bin");
    /* or its driver would look through all temporary files for what it once unpacked there */
    own(L"-Dorg.sqlite.tmpdir=", L"\\bin");
    /* What is over in seconds is not worth compiling well; making a large sample is. */
    if (window || wcscmp(first, L"demo") != 0) {
        argument(L"-XX:TieredStopAtLevel=1");
    }
    if (window) {
        argument(L"-Xms24m");
        argument(L"-Xmn12m");
        argument(L"-XX:CompileThresholdScaling=3");
        drawn();
    }
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) {
        argument(always[i]);
    }
    argument(L"-cp");
    own(L"", L"\\lib\\anlan.jar");
    argument(L"cn.anlan.Main");
}

/* A file named from the current folder is named whole: another window may be the one that opens it. */
static void given(wchar_t *word) {
    static wchar_t whole[MAX_PATH * 8];
    if (GetFileAttributesW(word) != INVALID_FILE_ATTRIBUTES
        && GetFullPathNameW(word, sizeof whole / sizeof *whole, whole, NULL) > 0) {
        argument(whole);
    } else {
        argument(word);
    }
}

static int start(int window) {
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION begun;
    DWORD code = 0;
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    DWORD length = GetModuleFileNameW(NULL, home, sizeof home / sizeof *home);
    wchar_t *last = length ? wcsrchr(home, L'\\') : NULL;
    if (!words || !last) {
        return refuse(L"安澜无法启动：找不到自己的文件夹。\n");
    }
    *last = 0;
    if (!exists(window ? L"runtime\\bin\\javaw.exe" : L"runtime\\bin\\java.exe") || !exists(L"lib\\anlan.jar")) {
        return refuse(L"安澜的程序文件不完整，请重新安装。数据没有受影响。\n");
    }
    SetEnvironmentVariableW(L"CLASSPATH", NULL);
    SetEnvironmentVariableW(L"JAVA_TOOL_OPTIONS", NULL);
    SetEnvironmentVariableW(L"JDK_JAVA_OPTIONS", NULL);
    SetEnvironmentVariableW(L"_JAVA_OPTIONS", NULL);
    program(window, count > 1 ? words[1] : L"");
    for (int i = 1; i < count; i++) {
        given(words[i]);
    }
    if (!CreateProcessW(NULL, line + 1, NULL, NULL, TRUE, 0, NULL, NULL, &how, &begun)) {
        return refuse(L"安澜无法启动：Java 程序打不开，可能被杀毒软件拦下了，请把安装文件夹加入信任。\n");
    }
    if (!window) {
        WaitForSingleObject(begun.hProcess, INFINITE);
        GetExitCodeProcess(begun.hProcess, &code);
    }
    CloseHandle(begun.hThread);
    CloseHandle(begun.hProcess);
    return (int) code;
}

#ifdef CONSOLE
int wmain(void) {
    return start(0);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR words, int show) {
    (void) self;
    (void) before;
    (void) words;
    (void) show;
    return start(1);
}
#endif
