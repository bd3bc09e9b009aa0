/** What only Slack's own surfaces need: dialogs, menus, and what did not fit. */
export const slackFi = {
  modal: { close: "Peru", waitingTitle: "Luotsi", waiting: "Haetaan lomaketta." },
  field: { choose: "Valitse", chooseDate: "Valitse päivä", chooseTime: "Valitse aika" },
  menu: "Lisää",
  moreRows_one: "… ja {{count}} rivi lisää",
  moreRows_other: "… ja {{count}} riviä lisää",
  earlierRows_one: "{{count}} aiempi rivi on tallessa, mutta ei mahdu tähän.",
  earlierRows_other: "{{count}} aiempaa riviä on tallessa, mutta ne eivät mahdu tähän.",
  leftOut: "Kaikki ei mahtunut tähän viestiin.",
} as const;
