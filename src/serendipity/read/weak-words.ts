import { hashOf, stemOf } from './lexicon';

/**
 * English words that stand in any text and name no idea. They count for likeness as their rarity says, and are never shown as
 * what joins two notes: in a small vault any of them may be rare. Each stands for its other forms, too.
 */
const WEAK_WORDS = `
  able accept according account across act actual actually add admit affect afternoon ago agree ahead alike allow allowed almost alone
  along already although always among amount another answer anybody anyone anything anyway appear apply around arrive aside ask asked away
  back bad barely based became become becomes begin beginning begun behind believe belong besides best better beyond big bit both break
  bring brought built call came carry case cause certain certainly chance check choose chose clear clearly close come common complete
  completely consider contain continue couldn couple course cut daily date day deal decide deep despite detail determine differ difference
  different difficult directly done double drop due early easily easy eight either else end enough entire entirely especially even evening
  event eventually ever every everybody everyone everything exact exactly example except expect extra extremely fact fairly fall far fast
  feel fell felt few fewer figure fill final finally find fine finish first fit five follow form former forward found four free full fully
  gave general generally get gets getting give given glad go goes going gone good got great grow guess half happen hard hardly hear heard
  held help high hold hour however huge hundred immediately important include including indeed instead interaction introduced issue item
  join keep kept kind knew know known lack large largely last late lately later latter lay lead least leave led left length less let level
  lie like likely line list little live long longer look lost lot low lower made main mainly make making manner many matter maybe mean
  meant meet mention mere merely met middle minute miss moment month morning mostly move moved much must name namely near nearby nearly
  necessary need neither never nevertheless new next nice night nine nobody none nor normal normally nothing notice obvious obviously
  occur odd often okay old onto open opened ordinary original otherwise ought outside overall page paid pair part particular particularly
  pass past pay per perfect perhaps pick piece place plain please plenty point possible possibly pretty previous probably produce proper
  provide pull push put quick quickly quite quote raise ran range rarely rate rather reach ready real really receive received recent
  recently refer regard related remain remember replied require respond rest result return right room round run said saw say second
  section see seem seen send sent separate set seven several shall short show shown side similar simple simply since single sit six size
  slightly slow slowly small somebody somehow someone something sometimes somewhat somewhere soon sort speak specific spend spent stand
  start state stay step still stop stuff suddenly suggest suppose sure surely take taken taking talk tell ten tend term thank thanks thing
  think third thought thousand three throughout thus time tiny title today together told tomorrow tonight took top total toward towards
  tried trouble true truly try turn twice two type typical typically understand unless unlike upon usage use used useful usual usually
  various via want wasn way week went weren whatever whenever whereas wherever whether whoever whole whose wide willing wish within
  without word work worse worst worth wouldn wrong year yes yesterday yet young`;

let hashes: ReadonlySet<number> | undefined;

/** Whether the stem with this hash is that of a weak word. */
export function isWeak(hash: number): boolean {
  hashes ??= new Set(WEAK_WORDS.split(/\s+/u).flatMap((word) => stemOf(word, 0) ?? []).map(hashOf));
  return hashes.has(hash);
}
