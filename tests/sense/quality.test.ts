import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOwnWords, qualityOf, reasonsAgainst } from '../../src/sense';
import { anyText, RUNS } from '../laws/generators';

const QUOTE = { text: 'Without the sense-making all you do is making noise for other people who have enough of it already.' };
const OWN = 'Our handover folder proves this every morning: everything is written down and nobody can say what it means.';

describe('the quality of a take', () => {
  it('is told of own words, echo and set phrases', () => {
    expect(qualityOf(OWN, QUOTE)).toEqual({ own: 18, echo: 0, setPhrases: [], particular: 18 });
    expect(qualityOf('', QUOTE)).toEqual({ own: 0, echo: 0, setPhrases: [], particular: 0 });
  });

  it.each([
    ['pieces of the quote put together anew', 'Making noise for other people, all you do is making noise, without the sense-making all of it.', true],
    ['the quote with a word changed here and there', 'Without the sense-making everything you do is making trouble for other people who have had enough of it.', true],
    ['one piece among own words', 'All you do is what my manager asks for, and she has a point that I keep forgetting on Mondays.', false],
    ['the quote between own words, quoted', `In our project "${QUOTE.text}" came true within one week of the launch.`, false],
    ['words of the quote in own order', 'People already make enough noise; sense is what I add when I do it without hurry.', false],
  ])('tells an echo: %s', (_, take, isEcho) => {
    const reasons = reasonsAgainst(qualityOf(take, QUOTE), 5);
    expect(reasons.some((reason) => reason.includes('worded like the quote'))).toBe(isEcho);
  });

  it.each([
    ['English', 'Great post! Thanks for sharing. I really love this, so true, well said, a must read for everyone.', ['great post', 'thanks for sharing', 'i really love this', 'so true', 'well said', 'a must read for everyone']],
    ['German', 'Toller Beitrag, danke fürs Teilen! Sehr interessant.', ['toller beitrag', 'danke fürs teilen', 'sehr interessant']],
    ['French', 'Très intéressant, merci pour le partage.', ['très intéressant', 'merci pour le partage']],
    ['Chinese', '很棒，谢谢分享！', ['很棒', '谢谢分享']],
    ['Chinese in long characters', '寫得真好，感謝分享。', ['寫得真好', '感謝分享']],
    ['Japanese', '参考になりました。', ['参考になりました']],
    ['an apostrophe', 'I couldn’t agree more.', ["couldn't agree more"]],
    ['no set phrase', 'It was a great week for the post office.', []],
  ])('notices phrases for every occasion: %s', (_, take, phrases) => {
    expect(qualityOf(take, QUOTE).setPhrases).toEqual(phrases);
  });

  it('says nothing about a set phrase beside enough words of its own', () => {
    expect(reasonsAgainst(qualityOf(`So true. ${OWN}`, QUOTE), 12)).toEqual([]);
    expect(reasonsAgainst(qualityOf('So true, well said, I like it here at the desk by the window', QUOTE), 12).join(' ')).toMatch(/"so true", "well said" could stand below any quote/);
  });

  it.each([
    'Thanks so much for posting this great insight, it really resonates with me a lot today!',
    '100% agree with this! Such an important message that more people need to hear right now.',
    'What a great post, exactly what I needed to hear today, thank you so much for sharing!',
    'Vielen Dank für diesen Beitrag, so eine wichtige Botschaft, das spricht mir wirklich aus der Seele.',
    '谢谢分享，写得很好，非常赞同，学到了很多，值得一读！',
  ])('is not enough where little stands beside set phrases: %s', (take) => {
    expect(reasonsAgainst(qualityOf(take, QUOTE), 12).join(' ')).toMatch(/could stand below any quote/);
  });

  it.each([
    'This really resonates with me because our ward lost two night nurses last month and nobody wrote down what they knew.',
    'My manager posts "such an important message" every Friday, and more people need to hear why I stopped reading them at all, I think.',
    '很棒，我们病房的晚班交接也是这样，每天都写下来却没有人懂。',
    'In unserem Team ist das so eine wichtige Botschaft, dass wir sie montags vor der Übergabe laut vorlesen.',
  ])('is enough where own words stand beside a set phrase: %s', (take) => {
    expect(reasonsAgainst(qualityOf(take, QUOTE), 12)).toEqual([]);
  });

  it('judges no style: spelling, case, length of sentences and tone change nothing', () => {
    const plain = 'i tryed this with joe and it dont work becos nobody reads what we rite down there';
    expect(reasonsAgainst(qualityOf(plain, QUOTE), 12)).toEqual([]);
    expect(reasonsAgainst(qualityOf(plain.toUpperCase(), QUOTE), 12)).toEqual([]);
  });

  it('keeps its figures in bounds, whatever is written', () => {
    fc.assert(
      fc.property(anyText, anyText, (take, quote) => {
        const { own, echo, particular } = qualityOf(take, { text: quote });
        expect(own).toBe(countOwnWords(take, { text: quote }));
        expect(echo).toBeGreaterThanOrEqual(0);
        expect(echo).toBeLessThanOrEqual(1);
        expect(particular).toBeGreaterThanOrEqual(0);
        expect(particular).toBeLessThanOrEqual(own);
      }),
      RUNS,
    );
  });

  it('is never fooled by the quote itself', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zäé]{1,9}$/), { minLength: 1, maxLength: 40 }), (written) => {
        const quote = written.join(' ');
        expect(reasonsAgainst(qualityOf(quote, { text: quote }), 1).length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});
