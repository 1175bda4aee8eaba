/**
 * The commonest function words of each language: they tell the language of a note, and they never count as an idea.
 * Kept short on purpose; rarer function words lose their weight by their frequency anyway.
 */
const STOP_WORDS = {
  english: `a about above after again against all also am an and any are as at be because been before being below between both
    but by can could did do does doing down during each few for from further had has have having he her here hers him his how i
    if in into is it its itself just like may me might more most my no nor not now of off on once only or other our out over own
    same she should so some such than that the their them then there these they this those through to too under until up very was
    we were what when where which while who whom why will with would you your don doesn didn isn aren wasn won ve ll re`,
  german: `aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den der des dessen die dies diese
    diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas für gegen gibt hat hatte hier ich ihr
    ihre ihren im in ist ja jede jeder kann kein keine man mehr mein mit muss nach nicht noch nun nur ob oder ohne sehr sein seine
    sich sie sind so über um und uns unter vom von vor war waren was weil wenn wer werden wie wieder wir wird wo zu zum zur zwischen`,
  french: `à au aux avec ce ces cet cette ceux comme dans de des donc du elle elles en entre es est et été être eu fait il ils je la
    le les leur leurs lui ma mais me même mes moi mon ne nos notre nous on ou où par pas plus pour qu que qui sa sans se ses si son
    sont sur ta te tes toi ton tout tous très tu un une vos votre vous y`,
  spanish: `a al algo ante como con contra cual cuando de del desde donde dos el ella ellos en entre era es esa ese eso esta está este
    esto están fue ha hay la las le les lo los más me mi muy nada ni no nos o para pero por porque que qué se ser si sí sin sobre
    son su sus también te tiene todo todos tu un una uno unos y ya yo`,
  italian: `a ad ai al alla alle allo anche che chi ci col come con contro cui da dal dalla degli dei del della delle di dove e è ed
    era essere fra gli ha hanno i il in io la le lei li lo loro lui ma mi mia mio ne negli nei nel nella noi non o per perché più
    quale quando quella quello questa questo se si sono su sua sue sul sulla suo tra tu tutti tutto un una uno vi voi`,
  portuguese: `a ao aos as até com como da das de dela dele do dos e é ela ele eles em entre era essa esse esta está este eu foi há
    isso isto já lhe mais mas me mesmo meu minha muito na não nas no nos nós num o os ou para pela pelo por qual quando que quem se
    sem ser seu sua são só também tem um uma você`,
  dutch: `aan al als alles bij dan dat de der deze die dit doch door dus een en er ge had heb hebben heeft hem het hier hij hoe hun
    iets ik in is ja je kan maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over te tegen
    toch toen tot u uit uw van veel voor want waren was wat we wel werd wezen wie wij wil worden wordt zal ze zelf zich zij zijn zo`,
  swedish: `alla att av blev bli blir de dem den denna deras dess det detta dig din du där då efter ej eller en er ett från för ha
    hade han hans har henne hennes hon hur här i icke ingen inom inte jag ju kan kunde man med mellan men mig min mot mycket ni nu
    när någon något några och om oss på samma sedan sig sin ska skulle som så till under upp ut vad var vara vi vid vilken är över`,
  norwegian: `alle at av bare ble bli blir da de deg dei den denne der dere det dette din du eg ein eit ekke eller en er et etter for
    fordi fra få ha hadde han hans har hennes her hun hva hvem hvis hvor hvordan i ikke inn jeg kan kunne man med meg mellom men mer
    mot må ned noe noen nå når og også om opp oss over på samme seg selv sin skal skulle slik som så til um under ut vi vil ville være`,
  danish: `af alle at blev blive bliver da de dem den denne der deres det dette dig din du efter eller en end er et for fra ham han
    hans har havde hende hendes her hos hun hvad hvis hvor i ikke ind jeg jer jo kunne man mange med meget men mig min mod ned noget
    nogle nu når og også om op os over på selv sig sin skal skulle som sådan thi til ud under var vi vil ville være været`,
  russian: `а без бы был была были было быть в вам вас во вот все всё вы где да даже для до его ее её если есть еще ещё же за и из или
    им их к как ко когда кто ли мне может мы на над не нет ни но ну о об он она они оно от по под при с со так также там то тоже
    только том ты у уже чем что чтобы эта эти это этот я`,
  unspaced: `的 了 是 在 和 与 及 或 也 都 就 而 不 有 我 你 他 她 它 们 我们 你们 他们 这 那 这个 那个 一个 一 上 下 中 为 以 对 从 到 把 被 让 会 能 可以 可 要
    没有 因为 所以 如果 但是 但 之 其 于 等 着 过 地 得 吗 呢 吧 啊 很 更 最 还 又 再 什么 怎么 如何 個 这些 那些 自己 のは これ それ あれ この その ある いる する なる
    こと もの ため よう から まで など です ます ない した して され れる られ として という`,
} as const;

export type StopWordList = keyof typeof STOP_WORDS;

/** The words of one list. */
export function stopWordsOf(list: StopWordList): ReadonlySet<string> {
  return new Set(STOP_WORDS[list].split(/\s+/u));
}

export const UNSPACED_STOP_WORDS = stopWordsOf('unspaced');
