/** Texts of the room `sense`. */
export const sense = {
  takeSection: 'My take',
  noTakeYet: 'There is no take of your own on this quote yet. What do you make of it?',
  takeTooShort: (own: number, least: number) => `Your take has ${own} of the ${least} own words it needs before the quote can be passed on.`,
  overrideIsOff: 'Sharing without a take is switched off in the settings.',
  overrideNeedsReason: 'Say in a few words why this quote goes out without your take; it is noted in its share history.',
  quoteNoteGoesByGate: (title: string) => `"${title}" is a quote. It is reshared with your take, by "Share: reshare quote".`,
  fewOwnWords: (title: string, own: number, least: number) =>
    own === 0
      ? `"${title}" has no words of your own yet, only what it quotes.`
      : `"${title}" has ${own} own ${own === 1 ? 'word' : 'words'} beside what it quotes; ${least} are needed to share it.`,
  prompts: {
    filter: 'What did you leave out when you picked this, and by what rule?',
    validate: 'Who would know if this were wrong, and have you asked them?',
    synthesise: 'Which two of your notes does this bring together, and what do they claim jointly?',
    present: 'How would you say it to a newcomer in two sentences?',
    customise: 'Who exactly needs this, and in what situation?',
    apply: 'Where in this week\'s work could you try it, and what has to change so that it fits?',
    connection: 'What follows from this that the author never said?',
    coincidence: 'Where else did you meet this lately, and is it a pattern or chance?',
    curiosity: 'Which detail is odd enough to chase?',
    contradiction: 'Which of your notes cannot be true if this is?',
    reversal: 'Suppose the one fact that does not fit is right: which belief falls?',
    desperation: 'Which assumption keeps you stuck, and what if you drop it?',
    errors: 'What mistake would this prevent?',
    change: 'What will you do differently on Monday?',
    halfBaked: 'Which part are you unsure of, and what would you like to hear about it?',
    discernment: 'Is this for the team, the community or the network first, and why now?',
    value: 'If you added nothing, what would your reader miss?',
    weakTie: 'Who outside this field would see it differently?',
    practice: 'Did this change what you do, or only what you think?',
  },
};
