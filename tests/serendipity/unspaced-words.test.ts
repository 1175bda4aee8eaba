import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexicon, hashOf } from '../../src/serendipity/read/lexicon';
import { NoteReader } from '../../src/serendipity/read/read-note';
import { RunQueue } from '../../src/serendipity/read/run-queue';
import { SurfaceReader } from '../../src/serendipity/read/surface';
import { afterRun, eachUnspacedWord } from '../../src/serendipity/read/unspaced-words';
import { WordPairs } from '../../src/serendipity/read/word-pairs';

const CHINESE = `好的笔记不是抄写，而是用自己的话把读到的东西重新说一遍。写下来的时候，你会发现自己哪里其实没有理解。每条笔记只讲一件事情，
这样以后才容易和别的笔记连接起来。知识管理的目的不在于收集得多，在于能在需要的时候找到，并且用它解决新的问题。学习新的技术、
阅读经济学和历史的文章、观察森林和海洋的变化，都可以成为思考的材料。和朋友讨论以后，我常常改变看法，有时候还会重新研究整个问题。`;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function pushed(queue: RunQueue, text: string): void {
  for (let at = 0; at < text.length;) {
    const end = afterRun(text, at, text.length);
    if (end > at) queue.push(at, end);
    at = Math.max(end, at + 1);
  }
}

/** The words of all runs of a text. */
function wordsOf(text: string, queue = new RunQueue()): string[] {
  const words: string[] = [];
  pushed(queue, text);
  queue.empty(text, (from, to) => words.push(text.slice(from, to)));
  return words;
}

function segmentsOf(text: string): string[] {
  return Array.from(segmenter.segment(text)).filter(({ isWordLike }) => isWordLike === true).map(({ segment }) => segment);
}

describe('words without spaces', () => {
  it('are nearly all those of the segmenter in Chinese', () => {
    const wanted = segmentsOf(CHINESE);
    const left = [...wanted];
    const found = wordsOf(CHINESE);
    const same = found.filter((word) => left.includes(word) && left.splice(left.indexOf(word), 1).length === 1);
    expect(found.join('')).toBe(wanted.join(''));
    expect(same.length / Math.max(found.length, wanted.length)).toBeGreaterThan(0.95);
  });

  it.each(['学生がパンを食べた', 'コンピュータープログラムの設計について', 'ภาษาไทยเป็นภาษาที่มีระดับเสียง', 'ភាសាខ្មែរគឺជាភាសា', '𠮷野家で食べる'])('are exactly those of the segmenter in %s', (run) => {
    expect(wordsOf(run)).toEqual(segmentsOf(run));
  });

  it('lose none of a text, however many runs it has and however long they are', () => {
    const text = `${'知识，'.repeat(900)}${'学习方法和思考'.repeat(700)} ${'パンを食べた'.repeat(300)}`;
    const { lexicon, read } = { lexicon: new Lexicon(), read: (one: string) => new NoteReader(lexicon).read('x.md', one) };
    const note = read(text);
    const codeOf = (word: string): number => note.codes[note.terms.findIndex((term) => lexicon.hashOfTerm(term) === hashOf(word))] as number;
    expect(codeOf('知识')).toBe(31);
    expect(codeOf('学习')).toBe(31);
    const queue = new RunQueue();
    const runs = '知识，'.repeat(900);
    expect(wordsOf(runs, queue)).toEqual(Array.from({ length: 900 }, () => '知识'));
    expect(queue.isEmpty).toBe(true);
  });

  it('are the same whatever was read before, and whatever was forgotten', () => {
    const parts = CHINESE.split(/[，。、\n]+/u).filter(Boolean);
    const alone = new Map(parts.map((part) => [part, wordsOf(part)]));
    fc.assert(fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 200 }), (history, most) => {
      const queue = new RunQueue(new WordPairs(most));
      for (const part of history) expect(wordsOf(part, queue)).toEqual(alone.get(part));
      expect(wordsOf(history.join('，'), queue)).toEqual(history.flatMap((part) => alone.get(part)));
    }), { seed: 5, numRuns: 100 });
  });

  it('remember at most so many pairs', () => {
    const pairs = new WordPairs(5_000);
    const queue = new RunQueue(pairs);
    for (let first = 0x4e00; first < 0x4e00 + 20_000; first += 500) wordsOf(String.fromCharCode(...Array.from({ length: 500 }, (_, at) => first + at)), queue);
    expect(pairs.bytes).toBeLessThanOrEqual(2 ** 16);
    expect(wordsOf('知识管理', queue)).toEqual(['知识', '管理']);
  });

  it('are shown as they are counted where other letters stand beside them', () => {
    const lexicon = new Lexicon();
    const note = new NoteReader(lexicon).read('x.md', 'AI时代的Notes学习');
    const counted = Array.from(note.terms, (term) => lexicon.hashOfTerm(term));
    const shown = new SurfaceReader('AI时代的Notes学习', 0).words('AI时代的Notes学习');
    expect(shown.map(({ word, start }) => [word, start])).toEqual([['AI', 0], ['时代', 2], ['的', 4], ['Notes', 5], ['学习', 10]]);
    for (const word of ['AI', '时代', 'Notes', '学习']) expect(counted).toContain(shown.find((one) => one.word === word)?.hash);
  });

  it('are told with their places, two single ones side by side as a pair, too', () => {
    const found: [string, number, boolean][] = [];
    eachUnspacedWord('x熟龄', (word, start, isUnspaced) => found.push([word, start, isUnspaced]));
    expect(found).toEqual([['x', 0, false], ['熟', 1, true], ['龄', 2, true], ['熟龄', 1, true]]);
  });
});
