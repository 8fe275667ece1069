/* For the test of the setup: takes the place of javaw.exe, writes the words it was given into stand-in.txt beside itself, and, given
   hold.flag beside it, holds the jar open as a running Java does until that file goes. */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <wchar.h>

static wchar_t home[4096];

static void beside(wchar_t *path, const wchar_t *name) {
    swprintf(path, 4200, L"%ls\\%ls", home, name);
}

int wmain(void) {
    wchar_t path[4200];
    char utf8[16384];
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    GetModuleFileNameW(NULL, home, 4096);
    *wcsrchr(home, L'\\') = 0;
    beside(path, L"stand-in.txt");
    FILE *out = _wfopen(path, L"wb");
    for (int i = 0; out && i < count; i++) {
        WideCharToMultiByte(CP_UTF8, 0, words[i], -1, utf8, sizeof utf8, NULL, NULL);
        fprintf(out, "%s\n", utf8);
    }
    fprintf(out, "CLASSPATH=%s\n", _wgetenv(L"CLASSPATH") ? "set" : "none");
    fclose(out);
    beside(path, L"hold.flag");
    if (GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES) {
        wchar_t jar[4200];
        beside(jar, L"..\\..\\lib\\anlan.jar");
        HANDLE held = CreateFileW(jar, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
        beside(jar, L"holding.txt");
        fclose(_wfopen(jar, L"wb"));
        while (GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES) {
            Sleep(100);
        }
        CloseHandle(held);
    }
    return 7;
}
