import './styles/page.css';
import { watchResources } from './base/resources';
import { watchLongTasks } from './base/long-tasks';
import { setClock } from './base/clock';
import { installPrototypes } from './dom/prototypes';

const now = new URLSearchParams(location.search).get('now');
if (now !== null) setClock(now);

watchResources();
watchLongTasks();
installPrototypes();

// The rest is loaded behind this, because its classes build elements with Obsidian's additions to the DOM.
void import('./boot').then(({ boot }) => boot());
