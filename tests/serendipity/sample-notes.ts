import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** A note as it lies in a vault. */
export interface Note {
  readonly path: string;
  readonly text: string;
}

/** All notes of a folder of notes, in the order of their paths. */
export function notesIn(folder: string): Note[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replace(/\\/g, '/'));
  return paths.filter((path) => path.endsWith('.md')).sort().map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }));
}

/** The notes of a vault of people that lies beside the checkout; undefined where there is none. */
export function sharedVault(name: string): Note[] | undefined {
  const file = `../shared/data/vaults/${name}.jsonl`;
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => {
    const { path, content } = JSON.parse(line) as { path: string; content: string };
    return { path, text: content };
  });
}

const note = (path: string, text: string): Note => ({ path, text });

/** A small vault in German, with signs beside its links that are no markup. */
export const GERMAN: readonly Note[] = [
  note('Garten/Kompost.md', 'Ich <3 Kompost: Er braucht Luft, Feuchte und Geduld. Wer den Haufen umsetzt, bringt Luft an die Würmer. Siehe [[Regenwürmer]].\n\n> Humus hat Zeit.'),
  note('Garten/Regenwürmer.md', 'Regenwürmer lockern den Boden und fressen, was im Kompost liegt. #boden'),
  note('Garten/Mulch.md', 'Mulch hält die Feuchte im Boden und schützt die Würmer vor der Sonne. #boden'),
  note('Arbeit/Geduld im Team.md', 'Ein Team braucht Geduld und Luft zum Denken, sonst entsteht nur Lärm: `i<n`. Vergleiche [[Stille]].\n\n> Hört zu.'),
  note('Arbeit/Stille.md', 'Stille ist der Boden, auf dem Gedanken wachsen. Sie braucht Geduld.'),
  note('Arbeit/Sitzungen.md', 'Sitzungen ohne Geduld werden zu 100%% Lärm, der wie `%%` oder `<!--` alles verbirgt. Siehe [[Geduld im Team]] und [[Stille]].'),
  note('Lesen/Humus und Gedanken.md', 'Gedanken wachsen wie Humus: Was liegen bleibt, wird fressbar für neue Gedanken. Wo $a<b$ ist, gehören [[Kompost]] und [[Stille]] zusammen, so auch wo $b>a$ ist.'),
  note('Lesen/Würmer bei Darwin.md', 'Darwin beobachtete Würmer, wie sie den Boden umsetzen, langsam und mit Geduld.'),
];

/** A small vault in Chinese. */
export const CHINESE: readonly Note[] = [
  note('花园/堆肥.md', '堆肥需要空气和水分,也需要耐心。蚯蚓让土壤变得松软。参见[[蚯蚓]]。'),
  note('花园/蚯蚓.md', '蚯蚓在土壤中移动,把落叶变成肥料。#土壤'),
  note('花园/覆盖.md', '覆盖土壤可以保持水分,保护蚯蚓。#土壤'),
  note('工作/团队.md', '团队需要耐心,也需要思考的时间。参见[[安静]]。'),
  note('工作/安静.md', '安静是思考的土壤,需要耐心。'),
  note('工作/会议.md', '没有耐心的会议只有噪音。参见[[团队]]和[[安静]]。'),
  note('阅读/思考与肥料.md', '思考像堆肥一样,需要时间和耐心。[[堆肥]]和[[安静]]属于一起。'),
  note('阅读/达尔文.md', '达尔文观察蚯蚓怎样改变土壤,缓慢而有耐心。'),
];
