/** What makes each version of the SQLite file out of the one before; only ever added to. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE sites (
     id TEXT PRIMARY KEY,
     origins TEXT NOT NULL,
     time_zone TEXT NOT NULL,
     baseline INTEGER NOT NULL,
     since TEXT,
     cap INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE days (
     site TEXT NOT NULL,
     day INTEGER NOT NULL,
     visits INTEGER NOT NULL,
     suspect INTEGER NOT NULL,
     PRIMARY KEY (site, day)
   ) STRICT, WITHOUT ROWID;`,
];
