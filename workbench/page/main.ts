import './styles/page.css';
import { watchResources } from './base/resources';
import { watchLongTasks } from './base/long-tasks';
import { installPrototypes } from './dom/prototypes';

watchResources();
watchLongTasks();
installPrototypes();

// The rest is loaded behind this, because its classes build elements with Obsidian's additions to the DOM.
void import('./boot').then(({ boot }) => boot());
