export const slackEn = {
  modal: { close: "Cancel", waitingTitle: "Luotsi", waiting: "Fetching the form." },
  field: { choose: "Choose", chooseDate: "Choose a day", chooseTime: "Choose a time" },
  menu: "More",
  moreRows_one: "… and {{count}} more row",
  moreRows_other: "… and {{count}} more rows",
  earlierRows_one: "{{count}} earlier row is saved but does not fit here.",
  earlierRows_other: "{{count}} earlier rows are saved but do not fit here.",
  leftOut: "Not everything fitted into this message.",
} as const;
