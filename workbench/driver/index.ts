export { findChromium } from './chromium';
export { openWorkbench, type OpenOptions, type OpenWorkbench } from './open-workbench';
export { copyVault } from './vault-copy';
