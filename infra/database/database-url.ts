/** Where a database is and as whom to enter it. */
export interface DatabaseFacts {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Writes the address of a database of this machine. */
export function databaseUrl({ port, user, password, database }: DatabaseFacts): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
