export { type DatabaseFacts, databaseUrl } from './database-url.ts';
export { migrate } from './migrate.ts';
export { type MigrationFile, migrationFiles, migrationsFolder } from './migration-files.ts';
export { appRole, ownerRole, type Preparation, prepareDatabase } from './prepare-database.ts';
export { schemaInStep } from './schema-in-step.ts';
