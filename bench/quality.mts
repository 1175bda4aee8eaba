// How well links that people made are found again when a fifth of them is hidden.
//   npm run bench:quality -- [--vaults FOLDER] [--only NAME,NAME] [--made | --variants] [--splits 3] [--surprise 0,0.5]
import { parseArgs } from 'node:util';
import { createEngine } from '../src/serendipity/index';
import { type Answers, baselines } from './baselines.mts';
import { type MaskedVault, mask } from './masking.mts';
import { type Measures, measure, meanOf } from './measures.mts';
import { syntheticVaults } from './synthetic.mts';
import { variantsOf } from './variants.mts';
import { readVaults } from './vaults.mts';

const { values: options } = parseArgs({
  options: {
    vaults: { type: 'string', default: '../shared/data/vaults' },
    only: { type: 'string', default: '' },
    splits: { type: 'string', default: '3' },
    made: { type: 'boolean', default: false },
    variants: { type: 'boolean', default: false },
    surprise: { type: 'string', default: '0,default' },
  },
});
const SHARE = 0.2;
const NOW = Date.UTC(2026, 10, 20);

function ours(masked: MaskedVault, surprise: number | undefined): Answers {
  const engine = createEngine();
  for (const { path, content } of masked.notes) engine.put({ path, text: content, mtime: 0, ctime: 0 });
  engine.settle();
  const ask = (path: string): string[] => engine.suggest({ path, limit: 10, now: NOW, ...(surprise !== undefined && { surprise }) }).map((suggestion) => suggestion.path);
  return new Map([...masked.hidden.keys()].map((path) => [path, ask(path)]));
}

function row(name: string, { recall, ndcg, hard, tail, unexpected }: Measures, plain: Measures): string {
  const cells = [recall, ndcg, hard, tail, unexpected, recall / plain.recall].map((value) => value.toFixed(3).padStart(9));
  return `${name.padEnd(34)}${cells.join('')}`;
}

console.log(`${''.padEnd(34)}${['recall', 'nDCG', 'hard', 'tail', 'unexp.', '×plain'].map((head) => head.padStart(9)).join('')}`);
const slider = options.surprise.split(',').map((value) => (value === 'default' ? undefined : Number(value)));
const sums = new Map<string, Measures[]>();
const real = options.made ? [] : readVaults(options.vaults, options.only === '' ? [] : options.only.split(','));
const vaults = options.made ? syntheticVaults() : options.variants ? real.flatMap(variantsOf) : real;
for (const vault of vaults) {
  const all = new Map<string, Measures[]>();
  for (let split = 1; split <= Number(options.splits); split++) {
    const masked = mask(vault, SHARE, split);
    const { plain, twenty } = baselines(masked, `${split}`);
    const answers: [string, Answers][] = [['plain', plain], ['twenty terms', twenty], ...slider.map((surprise): [string, Answers] => [`ours, surprise ${surprise ?? 'default'}`, ours(masked, surprise)])];
    for (const [name, answer] of answers) all.set(name, [...(all.get(name) ?? []), measure(masked, answer, plain)]);
  }
  const plain = meanOf(all.get('plain') ?? []);
  for (const [name, measures] of all) {
    console.log(row(`${vault.name} ${name}`, meanOf(measures), plain));
    sums.set(name, [...(sums.get(name) ?? []), meanOf(measures)]);
  }
}
for (const [name, measures] of sums) console.log(row(`mean ${name}`, meanOf(measures), meanOf(sums.get('plain') ?? [])));
