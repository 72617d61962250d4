export * from './answers.ts';
export * from './compiled.ts';
export * from './definition.ts';
export * from './forms/index.ts';
export * from './submission.ts';
