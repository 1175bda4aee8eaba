// Vaults of kinds that are hard for suggesters, made from a seed: a catalogue filled in from one template, a vault of stubs,
// a Chinese vault, and plain prose of any size for measuring speed. Each note has a topic and a few ideas of its own.
import { type Random, seededRandom } from '../src/base/random';
import type { Vault, VaultNote } from './vaults.mts';

const SYLLABLES = 'ba ce di fo gu ha ji ke lo mu na pi qua re sa ti vu wo xe yo za bri cla dro fle gra ska plo tru sto'.split(' ');
const CHINESE_WORDS = (
  '知识 管理 学习 记忆 笔记 思考 写作 阅读 问题 方法 系统 理论 实践 经验 社会 文化 历史 经济 市场 价格 货币 投资 银行 企业 组织 团队 领导 决策 风险 创新 技术 网络 数据 算法 模型 计算 机器 语言 程序 软件 ' +
  '硬件 安全 隐私 法律 政府 国家 政治 权力 民主 自由 哲学 意识 自我 存在 伦理 道德 宗教 佛教 儒家 道家 艺术 音乐 绘画 建筑 设计 颜色 光线 摄影 电影 文学 诗歌 小说 人物 心理 情绪 焦虑 快乐 睡眠 健康 医学 疾病 病毒 细胞 基因 ' +
  '进化 生物 植物 动物 森林 海洋 气候 环境 能源 电力 物理 量子 粒子 宇宙 星系 时间 空间 数学 几何 代数 概率 统计 逻辑 证明 教育 学校 老师 学生 课程 考试 城市 交通 旅行 地图 食物 厨房 咖啡 茶叶 运动 跑步 游戏 规则 策略 合作 竞争 信任'
).split(' ');

/** A number from 0 to below `size`, small ones likelier (Zipf, exponent one). */
function zipf(random: Random, size: number): number {
  return Math.min(size - 1, Math.floor(size ** random()) - 1 + (random() < 0.5 ? 0 : 1)) % size;
}

function wordOf(number: number): string {
  let word = '';
  for (let rest = number + 40; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** Draws words, topics and links so that who links to a note also uses some of its ideas, as people do. */
class Maker {
  readonly topicOf: readonly number[];
  private readonly ideas: readonly (readonly string[])[];

  constructor(readonly random: Random, count: number, private readonly topics: number, private readonly vocabulary: number, private readonly word: (number: number) => string) {
    this.topicOf = Array.from({ length: count }, () => Math.floor(random() * topics));
    this.ideas = this.topicOf.map((topic) => [this.topicWord(topic), this.topicWord(topic), ...Array.from({ length: 4 }, () => word(50 + Math.floor(random() * (vocabulary - 50))))]);
  }

  topicWord(topic: number): string {
    const size = Math.floor(this.vocabulary / this.topics / 2);
    return this.word(this.vocabulary - 1 - topic * size - zipf(this.random, Math.max(12, size)));
  }

  commonWord(): string {
    return this.word(zipf(this.random, this.vocabulary));
  }

  idea(note: number): string {
    const ideas = this.ideas[note] as readonly string[];
    return ideas[Math.floor(this.random() * ideas.length)] as string;
  }

  /** Words of a note: common ones, ones of its topic, its own ideas, and some ideas of each note it links to. */
  words(note: number, links: readonly number[], count: number): string[] {
    const random = this.random;
    return Array.from({ length: count }, () => {
      const dice = random();
      if (dice < 0.6) return this.commonWord();
      if (dice < 0.75) return this.topicWord(this.topicOf[note] as number);
      return dice < 0.88 || links.length === 0 ? this.idea(note) : this.idea(links[Math.floor(random() * links.length)] as number);
    });
  }

  links(note: number, count: number, loyalty: number): number[] {
    return Array.from({ length: count }, () => this.link(note, loyalty));
  }

  private link(note: number, loyalty: number): number {
    for (let tries = 0; tries < 60; tries++) {
      const other = Math.floor(this.random() * this.topicOf.length);
      if (other !== note && (this.random() >= loyalty || this.topicOf[other] === this.topicOf[note])) return other;
    }
    return (note + 1) % this.topicOf.length;
  }
}

function sentences(words: readonly string[]): string {
  return words.map((word, at) => (at % 14 === 13 ? `${word}.\n` : word)).join(' ');
}

/** Prose of about 350 words a note, five links each, in some folders. */
export function* prose(count: number, seed: number): Generator<VaultNote> {
  const maker = new Maker(seededRandom(seed), count, Math.max(5, Math.round(Math.sqrt(count))), 20_000 + Math.floor(count / 2), wordOf);
  for (let note = 0; note < count; note++) {
    const topic = maker.topicOf[note] as number;
    const links = maker.links(note, 5, 0.8);
    const written = links.map((link) => `[[note ${link}]]`);
    const words = maker.words(note, links, 150 + Math.floor(400 * maker.random()));
    const half = Math.floor(words.length / 2);
    yield {
      path: `folder ${topic % 40}/note ${note}.md`,
      content: `---\ntags: [t${topic % 25}]\n---\n# ${maker.idea(note)} ${maker.idea(note)}\n${sentences(words.slice(0, half))} ${written.slice(0, 3).join(' ')}\n\n## ${maker.topicWord(topic)}\n${sentences(words.slice(half))} ${written.slice(3).join(' and ')}\n`,
    };
  }
}

/** The pairs of common characters that are words to a segmenter. */
function chineseVocabulary(): string[] {
  const characters = [...new Set(CHINESE_WORDS.join(''))];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const pairs = characters.flatMap((first) => characters.map((second) => first + second));
  return [...new Set([...CHINESE_WORDS, ...pairs.filter((pair) => [...segmenter.segment(pair)].length === 1)])];
}

/** Chinese prose of about 250 words a note. */
export function* chinese(count: number, seed: number): Generator<VaultNote> {
  const vocabulary = chineseVocabulary();
  const word = (number: number): string => vocabulary[number % vocabulary.length] as string;
  const maker = new Maker(seededRandom(seed), count, Math.max(5, Math.round(count / 40)), vocabulary.length, word);
  const titles = maker.topicOf.map((_, note) => `${maker.idea(note)}的${maker.idea(note)}${note}`);
  for (let note = 0; note < count; note++) {
    const links = maker.links(note, 5, 0.85);
    const text = maker.words(note, links, 120 + Math.floor(250 * maker.random())).map((one, at) => (at % 11 === 10 ? `${one}。` : one)).join('');
    yield { path: `笔记/${titles[note] as string}.md`, content: `${text}\n\n参见 ${links.map((link) => `[[${titles[link] as string}]]`).join('、')}\n` };
  }
}

/** Entries of a catalogue: nearly all words come from one of four templates, a line of description tells them apart. */
function* catalogue(count: number, seed: number): Generator<VaultNote> {
  const maker = new Maker(seededRandom(seed), count, Math.round(count / 30), 6_000, wordOf);
  const { random } = maker;
  const names = maker.topicOf.map((_, entry) => `${maker.idea(entry)} ${maker.idea(entry)} ${entry}`);
  const templates = Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => sentences(Array.from({ length: 25 }, () => wordOf(Math.floor(random() * 6_000))))));
  for (let entry = 0; entry < count; entry++) {
    const links = maker.links(entry, 3, 0.9);
    const boilerplate = templates[entry % templates.length] as readonly string[];
    yield {
      path: `catalogue/${names[entry] as string}.md`,
      content: [
        `---\nid: ${entry}\naliases: []\ntags: [entry]\n---`, `# ${names[entry] as string}`, boilerplate[0], '## Overview', `- Version: ${Math.floor(random() * 9)}.${Math.floor(random() * 20)}`,
        `- Downloads: ${Math.floor(random() * 90_000)}`, `- Last update: 20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`, `- Maker: ${maker.topicWord(maker.topicOf[entry] as number)}`,
        '## Description', sentences(maker.words(entry, links, 14)), '## How to install', boilerplate[1], '## Related', ...links.map((link) => `- [[${names[link] as string}]]`), '## Notes', boilerplate[entry % 8 < 4 ? 2 : 3],
        '## About this page', boilerplate[4], 'Edit this page. Copy its link. Report a problem with this page.',
      ].join('\n'),
    };
  }
}

/** Mostly empty notes: a title, perhaps a line. */
function* stubs(count: number, seed: number): Generator<VaultNote> {
  const maker = new Maker(seededRandom(seed), count, Math.round(count / 25), 5_000, wordOf);
  const { random } = maker;
  const names = maker.topicOf.map((_, note) => `${maker.idea(note)} ${maker.idea(note)} ${note}`);
  for (let note = 0; note < count; note++) {
    const links = maker.links(note, Math.floor(5 * random()), 0.85);
    const words = maker.words(note, links, random() < 0.5 ? 0 : Math.floor(50 * random()));
    yield { path: `area ${(maker.topicOf[note] as number) % 12}/${names[note] as string}.md`, content: `${sentences(words)}\n${links.map((link) => `- [[${names[link] as string}]]`).join('\n')}` };
  }
}

/** The made-up vaults that the quality bench looks at beside real ones: not to learn from, but to see that no kind breaks. */
export function syntheticVaults(): Vault[] {
  return [
    { name: 'made: catalogue', notes: [...catalogue(1_200, 11)] },
    { name: 'made: stubs', notes: [...stubs(1_200, 12)] },
    { name: 'made: Chinese', notes: [...chinese(600, 13)] },
    { name: 'made: prose', notes: [...prose(700, 14)] },
  ];
}
