export const { stripVTControlCharacters } = process.getBuiltinModule('node:util');
