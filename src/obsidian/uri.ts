import type { Plugin } from 'obsidian';
import { words } from '../words';

/** The parameters of an `obsidian://` link: text from outside, whatever they claim to be. */
type UriParameters = Readonly<Record<string, string | undefined>>;

const LONGEST_SHOWN = 40;

/** Answers `obsidian://seek-sense-share?action=…`. Every action opens something that the user has to confirm. */
export function answerUri(plugin: Plugin, actions: Readonly<Record<string, (parameters: UriParameters) => void>>, say: (sentence: string) => void): void {
  plugin.registerObsidianProtocolHandler(plugin.manifest.id, (parameters: UriParameters) => {
    const wish = wishOf(parameters, plugin.manifest.id);
    const run = Object.hasOwn(actions, wish) ? actions[wish] : undefined;
    if (run === undefined) say(words.seek.uriUnknownAction(wish.slice(0, LONGEST_SHOWN)));
    else run(parameters);
  });
}

// Obsidian keeps the name of the handler in `action` too. Where it won over the link's own `action`, the other parameters tell.
function wishOf(parameters: UriParameters, handler: string): string {
  const action = parameters['action'] ?? '';
  if (action !== '' && action !== handler) return action;
  if (parameters['path'] !== undefined) return 'take';
  return parameters['name'] === undefined ? 'capture' : 'contact';
}
