import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import globals from 'globals';

export default defineConfig([
  globalIgnores(['main.js', 'node_modules', '.build', '.demo', 'coverage', 'sample-vault', 'docs', 'package-lock.json']),
  ...obsidianmd.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs', 'manifest.json'] }, tsconfigRootDir: import.meta.dirname },
    },
  },
]);
