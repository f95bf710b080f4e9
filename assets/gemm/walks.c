/* One product of two n × n matrices, walked in one of several orders, timed.
 *
 *     walks WALK N TILE     WALK: jki, ijk, ijk_transposed, ikj or tiles
 *
 * prints the seconds that the loops took.  The numbers are small and whole, so that every walk must
 * give the very same result; it is checked, and a wrong one ends the program with a message.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef void walk(int n, int tile, const double *a, const double *b, double *c);

static void jki(int n, int tile, const double *a, const double *b, double *c) {
    (void)tile;
    for (int j = 0; j < n; j++)
        for (int k = 0; k < n; k++)
            for (int i = 0; i < n; i++)
                c[i * n + j] += a[i * n + k] * b[k * n + j];
}

static void ijk(int n, int tile, const double *a, const double *b, double *c) {
    (void)tile;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
                c[i * n + j] += a[i * n + k] * b[k * n + j];
}

/* b lies in memory column after column; to lay it so is not timed */
static void ijk_transposed(int n, int tile, const double *a, const double *b, double *c) {
    (void)tile;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++)
                c[i * n + j] += a[i * n + k] * b[j * n + k];
}

static void ikj(int n, int tile, const double *a, const double *b, double *c) {
    (void)tile;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            for (int j = 0; j < n; j++)
                c[i * n + j] += a[i * n + k] * b[k * n + j];
}

static int end_of(int start, int tile, int n) { return start + tile < n ? start + tile : n; }

static void tiles(int n, int tile, const double *a, const double *b, double *c) {
    for (int i0 = 0; i0 < n; i0 += tile)
        for (int k0 = 0; k0 < n; k0 += tile)
            for (int j0 = 0; j0 < n; j0 += tile)
                for (int i = i0; i < end_of(i0, tile, n); i++)
                    for (int k = k0; k < end_of(k0, tile, n); k++)
                        for (int j = j0; j < end_of(j0, tile, n); j++)
                            c[i * n + j] += a[i * n + k] * b[k * n + j];
}

static const struct { const char *name; walk *walk; int transposed; } WALKS[] = {
    {"jki", jki, 0}, {"ijk", ijk, 0}, {"ijk_transposed", ijk_transposed, 1}, {"ikj", ikj, 0},
    {"tiles", tiles, 0},
};

static double entry_of_a(int i, int k) { return (7 * i + 3 * k) % 11 - 5; }
static double entry_of_b(int k, int j) { return (5 * k + 2 * j) % 13 - 6; }

/* Freivalds: c times a column must be a times (b times that column) */
static int is_right(int n, const double *c) {
    double *column = calloc((size_t)n, sizeof *column);
    if (!column) return 0;
    for (int k = 0; k < n; k++)
        for (int j = 0; j < n; j++) column[k] += entry_of_b(k, j) * (j % 17 + 1);
    int right = 1;
    for (int i = 0; i < n; i++) {
        double wanted = 0, found = 0;
        for (int k = 0; k < n; k++) wanted += entry_of_a(i, k) * column[k];
        for (int j = 0; j < n; j++) found += c[i * n + j] * (j % 17 + 1);
        right &= wanted == found;
    }
    free(column);
    return right;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double timed(walk *walk, int transposed, int n, int tile) {
    size_t count = (size_t)n * (size_t)n;
    double *a = malloc(count * sizeof *a), *b = malloc(count * sizeof *b);
    double *c = calloc(count, sizeof *c), seconds = -1;
    if (a && b && c) {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                a[i * n + j] = entry_of_a(i, j);
                b[i * n + j] = transposed ? entry_of_b(j, i) : entry_of_b(i, j);
                c[i * n + j] = 0; /* its pages are there before the clock starts */
            }
        double began = now();
        walk(n, tile, a, b, c);
        seconds = now() - began;
        if (!is_right(n, c)) seconds = -1;
    }
    free(a), free(b), free(c);
    return seconds;
}

int main(int count, char **words) {
    int n = count == 4 ? atoi(words[2]) : 0, tile = count == 4 ? atoi(words[3]) : 0;
    for (size_t w = 0; w < sizeof WALKS / sizeof *WALKS; w++)
        if (n >= 1 && n <= 20000 && tile >= 1 && !strcmp(words[1], WALKS[w].name)) {
            double seconds = timed(WALKS[w].walk, WALKS[w].transposed, n, tile);
            if (seconds < 0) {
                fprintf(stderr, "%s: no memory, or a wrong product\n", words[1]);
                return 1;
            }
            printf("%.9f\n", seconds);
            return 0;
        }
    fprintf(stderr, "usage: walks jki|ijk|ijk_transposed|ikj|tiles N TILE\n");
    return 2;
}
