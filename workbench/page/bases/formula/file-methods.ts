import { getLinkpath } from '../../api/text';
import { allRefs } from '../../metadata/references';
import { FileValue, LinkValue, type Value } from '../values';
import { propertiesOf, tagsOf } from './fields';

/** Functions of files. */
export const FILE_METHODS: Readonly<Record<string, (of: FileValue, args: readonly Value[]) => unknown>> = {
	asLink: ({ file, app }, [display]) => new LinkValue(app, file.path, '', display?.toString() ?? file.basename),
	hasLink: (of, [target]) => target !== undefined && hasLink(of, target),
	hasProperty: ({ file, app }, [name]) => Object.hasOwn(propertiesOf(file, app), name?.toString() ?? ''),
	hasTag: ({ file, app }, names) => {
		const tags = tagsOf(file, app).map((tag) => tag.slice(1).toLowerCase());
		return names.map((name) => name.toString().replace(/^#/u, '').toLowerCase()).some((name) => tags.some((tag) => tag === name || tag.startsWith(`${name}/`)));
	},
	inFolder: ({ file }, [folder]) => file.path.startsWith(`${(folder?.toString() ?? '').replace(/\/+$/u, '')}/`),
};

/** A file that does not exist can be linked to, too: then the words of the link are compared. */
function hasLink({ file, app }: FileValue, target: Value): boolean {
	const links = allRefs(app.metadataCache.getFileCache(file) ?? {}).map(({ link }) => getLinkpath(link));
	const wanted = target instanceof FileValue ? target.file : target instanceof LinkValue ? target.file() : app.metadataCache.getFirstLinkpathDest(getLinkpath(target.toString()), file.path);
	if (!wanted) return links.includes(target instanceof LinkValue ? target.target : target.toString());
	return links.some((link) => app.metadataCache.getFirstLinkpathDest(link, file.path) === wanted);
}
