package cn.anlan.bench.crash;

/** What an office does over and over while the power goes. */
enum Job {
    /** The program starts. */
    OPEN,
    /** Cases with their parties, changes, voids. */
    TYPE,
    /** Scans into dossiers, half-filled forms laid by. */
    ATTACH,
    /** A roster of forty people lands. */
    IMPORT,
    /** A bundle for the county is sealed, while somebody types. */
    EXPORT,
    /** A backup is made and looked over, while somebody types. */
    BACKUP,
    /** Somebody is shown out and the store is written anew, while somebody types. */
    REKEY,
    /** A backup comes back in place of the store. */
    RESTORE
}
