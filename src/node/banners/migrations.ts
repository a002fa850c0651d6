/** What makes each version of the SQLite file of banners out of the one before; only ever added to. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE banner_days (
     day INTEGER NOT NULL,
     banner TEXT NOT NULL,
     placement TEXT NOT NULL,
     shown INTEGER NOT NULL,
     viewable INTEGER NOT NULL,
     clicks INTEGER NOT NULL,
     PRIMARY KEY (day, banner, placement)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE batches (
     id TEXT PRIMARY KEY,
     day INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX batches_by_day ON batches (day);`,
  // In the order of their coming, so that the latest are kept however many there are.
  `CREATE TABLE latest_batches (
     number INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     day INTEGER NOT NULL
   ) STRICT;
   INSERT INTO latest_batches (id, day) SELECT id, day FROM batches ORDER BY day;
   DROP TABLE batches;
   ALTER TABLE latest_batches RENAME TO batches;`,
  // What is out of date is looked for once a day, while reports wait.
  `CREATE INDEX batches_by_day ON batches (day);`,
];
