export { allLibraries } from './all-libraries.ts';
export { createLibraryIndex, type LibraryIndex, type LibraryMember } from './create-library-index.ts';
export { eitherEffect } from './either-call.ts';
export { printLibrary } from './print-library.ts';
export type * from './types.ts';
