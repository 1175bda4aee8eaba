import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import globals from 'globals';
import * as espree from 'espree';
import tseslint from 'typescript-eslint';

// The manifest rule wants the object as JavaScript sees it, so the JSON is read as one expression.
const manifestParser = {
  parseForESLint: (text) => ({ ast: espree.parse(`(${text})`, { ecmaVersion: 2022, range: true, loc: true, tokens: true, comment: true }) }),
};

export default defineConfig([
  globalIgnores(['main.js', 'node_modules', '.build', '.demo', 'coverage', 'sample-vault', 'docs']),
  // The plugin: all that the community's recommended rules say.
  { files: ['src/**/*.ts'], extends: [obsidianmd.configs.recommended] },
  { files: ['manifest.json'], plugins: { obsidianmd }, languageOptions: { parser: manifestParser }, rules: { 'obsidianmd/validate-manifest': 'error' } },
  // What runs in Node or in a page of our own, and never in Obsidian: TypeScript's rules.
  {
    files: ['tests/**/*.ts', 'workbench/**/*.{ts,mts}', 'bench/**/*.{ts,mts}', 'scripts/**/*.mts', '*.mts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    rules: {
      '@typescript-eslint/require-await': 'off',
      // Methods that subclasses override keep their parameters.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.ts', '**/*.mts'], languageOptions: { globals: { ...globals.browser }, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  { files: ['*.mjs', 'scripts/*.mjs'], extends: [tseslint.configs.recommended], languageOptions: { globals: { ...globals.node } } },
]);
