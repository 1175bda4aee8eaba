import { isMac } from './scope';

/** Below this width the page is a phone. */
const PHONE_WIDTH = 600;

const phone = window.innerWidth < PHONE_WIDTH;

/** What the plugin is told about the machine: a phone's app in a narrow window, the desktop's otherwise. */
export const Platform = {
	isDesktop: !phone,
	isMobile: phone,
	isDesktopApp: !phone,
	isMobileApp: phone,
	isIosApp: false,
	isAndroidApp: phone,
	isPhone: phone,
	isTablet: false,
	isMacOS: isMac,
	isWin: navigator.platform.startsWith('Win'),
	isLinux: navigator.platform.startsWith('Linux'),
	isSafari: false,
	resourcePathPrefix: `${location.origin}/api/file?path=`,
};
