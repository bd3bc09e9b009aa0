export const teamsEn = {
  gotIt: "All right.",
  groupChat: "Group chat",
  opensAsForm: "This opens as a form.",
  openForm: "Open the form",
  unknown: "I cannot do that. Write “help” and I will say what I can do.",
  notYours: "Luotsi serves only the people of the company whose Teams it was added to.",
  storeAway: "Saving does not work right now. Try again in a moment.",
  failed: "Something went wrong here, and whoever runs Luotsi has a note of it. Try again in a moment.",
} as const;
