export const slackEn = {
  modal: { close: "Cancel", waitingTitle: "Luotsi", waiting: "Fetching the form.", read: "Close" },
  field: { choose: "Choose", chooseDate: "Choose a day", chooseTime: "Choose a time" },
  menu: "More",
  chosen: "Chosen",
  moreRows_one: "… and {{count}} more row",
  moreRows_other: "… and {{count}} more rows",
  earlierRows_one: "{{count}} earlier row is saved but does not fit here.",
  earlierRows_other: "{{count}} earlier rows are saved but do not fit here.",
  commandAgain: "It cannot be saved right now. Type the command again in a moment.",
  elsewhere: "The answer is in our private chat. To have me in this channel, type /invite @Luotsi.",
  formLate: "The form did not open in time. Press again.",
  leftOut: "Not everything fitted into this message.",
  noForm: "No form is needed here. The newest message shows where things stand.",
  notHere:
    "My connection to this workspace is not ready yet. Type the command again in a moment. If that does not help, tell whoever installed Luotsi.",
  openChat: "Open the chat",
  tapAgain: "It cannot be saved right now. Press again in a moment.",
} as const;
