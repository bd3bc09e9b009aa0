/** A person's own records, and rounds in which nobody's answers are shown to anybody. */
export const ownEn = {
  // Who sees what
  seesMe: "Only you see your answers.",
  seesCount: "Only you see your answers. Others see only how many have answered.",
  whoSeesCount:
    "Only you see your answers, and they are not shown to others even without a name. The team and the manager see how many have answered, but not who.",

  // Starting
  offerBoth: "Do you do this on your own or with the team? Of what you do on your own, others see nothing.",
  offerAlone: "You do this on your own. Others see nothing of it.",
  offerBothSaves:
    "Do you do this on your own or with the team? The answers that you give on your own only you see. What you save to the register at the end the whole company sees.",
  offerAloneSaves:
    "You do this on your own, and only you see your answers. What you save to the register at the end the whole company sees.",
  started: "{{name}} is open. The questions come to this conversation.",
  chooseTeam: "{{flow}}: which team's work is it about?",
  orAlone: "You can also do it on your own.",
  again: "{{flow}}, no. {{number}}",

  // One's own answers
  finished: "Every question is answered. You can change your answers at any time.",
  over: "This is answered already: {{round}}. Your answers are safe, and you can change them.",
  cancelled: "Ended halfway: {{round}}. What you recorded is safe, and only you see it.",
  confirmCancel: "Shall this end halfway: {{round}}? What you recorded is kept, and only you see it.",
  others: "Your other answers",
  noAnswers: "You have no answers in this round.",
  sittingLater: "If you go on another time, the questions wait in this conversation.",

  // Rounds whose answers stay with those who gave them
  each: "{{counted}} Everyone answers alone, and only they see their answers. Closes {{when}}.",
  eachNoClock: "{{counted}} Everyone answers alone, and only they see their answers.",
  closes: "Closes {{when}}.",
  confirmClose: "Only {{done}}/{{total}} have answered, and a closed round cannot be opened. Close it all the same?",
  closedNone: "No answers came.",
  closedKept:
    "Everyone keeps their answers to themselves: type “my answers” to me to see yours. What you take into use can become an action.",
  cardDone: "The round is done. Only those who answered see their own answers.",
  leadDone: "The round is done. There is nothing to agree on, as only those who answered see their own answers.",

  // An own answer that becomes an action
  actionNote: "The action goes into the team's plan, and the team sees it. Your other answers stay with you.",

  button: {
    alone: "On my own",
    withTeam: "With the team",
    begin: "Begin",
    startEach: "Start, each alone",
    startTogether: "Start together",
    toAction: "Make this an action",
    mine: "My own answers",
    older: "Older ones",
    cancel: "End it",
    keep: "Go on",
  },
} as const;
