/* guatu-palette-data.c — what each palette makes of each meaning. */
#include "guatu-palette-private.h"

const GuatuNamedPalette guatu_named_palettes[] = {
  { "colour", GUATU_PALETTE_COLOUR, FALSE },
  { "ink-saving", GUATU_PALETTE_INK_SAVING, FALSE },
  { "black-and-white", GUATU_PALETTE_BLACK_AND_WHITE, FALSE },
  { "dark", GUATU_PALETTE_DARK, FALSE },
  { "high-contrast", GUATU_PALETTE_HIGH_CONTRAST, FALSE },
  { "flags", GUATU_PALETTE_COLOUR, TRUE },
};

const guint guatu_n_named_palettes = G_N_ELEMENTS (guatu_named_palettes);

/* Inks in hues are not here: their colours are those of their hues, with so much of the paper as stands below. The
 * texts on them are, for where they can be read. */
const guint32 guatu_palette_inks[GUATU_N_INKS][GUATU_N_PALETTE_TABLES] = {
  /*                               colour    ink-saving  b and w   dark      high contrast */
  [GUATU_INK_PAPER]           = { 0xffffff, 0xffffff, 0xffffff, 0x1e1f22, 0xffffff },
  [GUATU_INK_TEXT]            = { 0x222222, 0x222222, 0x000000, 0xeaeaea, 0x000000 },
  [GUATU_INK_TEXT_MUTED]      = { 0x666666, 0x666666, 0x555555, 0xa9abb0, 0x333333 },
  [GUATU_INK_TEXT_REVERSED]   = { 0xffffff, 0xffffff, 0xffffff, 0x16171a, 0xffffff },
  [GUATU_INK_BANNER]          = { 0xb3141c, 0xffffff, 0xffffff, 0x7d1219, 0x7a0008 },
  [GUATU_INK_BANNER_EDGE]     = { 0xe3b23c, 0xb3141c, 0x000000, 0xc79a35, 0x000000 },
  [GUATU_INK_BANNER_TEXT]     = { 0xffffff, 0x9a1018, 0x000000, 0xffffff, 0xffffff },
  [GUATU_INK_BANNER_NOTE]     = { 0xf7dfae, 0x5c4a2e, 0x333333, 0xf3d9a4, 0xffffff },
  [GUATU_INK_HEADER]          = { 0xf1ede6, 0xffffff, 0xeeeeee, 0x2a2c31, 0xededed },
  [GUATU_INK_FRAME]           = { 0x8d8578, 0xa39c90, 0x444444, 0x6b6f78, 0x000000 },
  [GUATU_INK_GRID]            = { 0xe6e2da, 0xe9e6e0, 0xd9d9d9, 0x303237, 0x9a9a9a },
  [GUATU_INK_GRID_MAJOR]      = { 0xc9c4ba, 0xd2cec6, 0xaaaaaa, 0x474a51, 0x555555 },
  [GUATU_INK_WEEKEND]         = { 0xf3f3f3, 0xf8f8f8, 0xf2f2f2, 0x26282c, 0xe8e8e8 },
  [GUATU_INK_HOLIDAY]         = { 0xf9e3e1, 0xfcf1f0, 0xe0e0e0, 0x3a2528, 0xffe2df },
  [GUATU_INK_GROUP_CELL_TEXT] = { 0xffffff, 0x222222, 0x000000, 0x16171a, 0xffffff },
  [GUATU_INK_SUMMARY]         = { 0x8b9098, 0xc4c8ce, 0xb5b5b5, 0x868c95, 0x6a6a6a },
  [GUATU_INK_SUMMARY_DONE]    = { 0x3f444b, 0x7a808a, 0x222222, 0xd5d8dd, 0x000000 },
  [GUATU_INK_MILESTONE]       = { 0x222222, 0x222222, 0x000000, 0xeaeaea, 0x000000 },
  [GUATU_INK_KEY_NODE]        = { 0x222222, 0x222222, 0x000000, 0xf2f2f2, 0x000000 },
  [GUATU_INK_KEY_NODE_OPEN]   = { 0xffffff, 0xffffff, 0xffffff, 0x1e1f22, 0xffffff },
  [GUATU_INK_CRITICAL]        = { 0xc8202b, 0xc8202b, 0x000000, 0xff6b74, 0xc00010 },
  [GUATU_INK_BASELINE]        = { 0xb9bcc2, 0xcfd1d5, 0xb5b5b5, 0x5d626b, 0x767676 },
  [GUATU_INK_DEADLINE]        = { 0x8d1018, 0x8d1018, 0x000000, 0xff8f96, 0x7a0008 },
  [GUATU_INK_LINK]            = { 0x7c828b, 0x8d939b, 0x777777, 0x9298a2, 0x444444 },
  [GUATU_INK_FLOAT]           = { 0x9aa0a8, 0x9aa0a8, 0x8a8a8a, 0x7d838d, 0x555555 },
  [GUATU_INK_SLIP]            = { 0xb4232c, 0xb4232c, 0x000000, 0xff8f96, 0x8f000a },
  [GUATU_INK_STATUS]          = { 0xc8202b, 0xc8202b, 0x000000, 0xff7b84, 0xb00010 },
  [GUATU_INK_TODAY]           = { 0x2d7d46, 0x2d7d46, 0x6b6b6b, 0x6fd08c, 0x00602a },
  [GUATU_INK_PROGRESS_LINE]   = { 0xd2691e, 0xd2691e, 0x444444, 0xf0924a, 0x9a4200 },
  [GUATU_INK_LIGHT_NONE]      = { 0xb9bcc2, 0xb9bcc2, 0x999999, 0x6b7079, 0x767676 },
  [GUATU_INK_LIGHT_GREEN]     = { 0x2e9e54, 0x2e9e54, 0xffffff, 0x45bf6f, 0x00863a },
  [GUATU_INK_LIGHT_YELLOW]    = { 0xe0b414, 0xe0b414, 0xcccccc, 0xf0c93a, 0xffd400 },
  [GUATU_INK_LIGHT_ORANGE]    = { 0xec7f23, 0xec7f23, 0x808080, 0xf78b35, 0xf07800 },
  [GUATU_INK_LIGHT_RED]       = { 0xc8202b, 0xc8202b, 0x000000, 0xf0404c, 0xc00010 },
  [GUATU_INK_LIGHT_DONE]      = { 0x2f6fb5, 0x2f6fb5, 0x444444, 0x6aa5ea, 0x00408a },
  [GUATU_INK_LIGHT_TEXT]      = { 0x666666, 0x666666, 0x555555, 0xa9abb0, 0x333333 },
  [GUATU_INK_LIGHT_TEXT + 1]  = { 0x1f7a3e, 0x1f7a3e, 0x000000, 0x5fcf85, 0x005a26 },
  [GUATU_INK_LIGHT_TEXT + 2]  = { 0x836300, 0x836300, 0x000000, 0xf0c93a, 0x5a4400 },
  [GUATU_INK_LIGHT_TEXT + 3]  = { 0xad500a, 0xad500a, 0x000000, 0xf99b4c, 0x7d3800 },
  [GUATU_INK_LIGHT_TEXT + 4]  = { 0xb3141c, 0xb3141c, 0x000000, 0xff7d86, 0x9c000c },
  [GUATU_INK_LIGHT_TEXT + 5]  = { 0x235a96, 0x235a96, 0x000000, 0x85b6f0, 0x00408a },
  [GUATU_INK_HIGHLIGHT]       = { 0xd9981e, 0xd9981e, 0x000000, 0xf2b63c, 0xa06000 },
  [GUATU_INK_PHASE]           = { 0x8a6a1f, 0xffffff, 0xffffff, 0x8a6a1f, 0x5c4200 },
  [GUATU_INK_PHASE_OTHER]     = { 0xb3141c, 0xffffff, 0xe4e4e4, 0x8f1820, 0x7a0008 },
  [GUATU_INK_PHASE_TEXT]      = { 0xffffff, 0x5a4412, 0x000000, 0xffffff, 0xffffff },
  [GUATU_INK_PHASE_GROUND]    = { 0xfdf6e6, 0xfefbf4, 0xf7f7f7, 0x25231f, 0xfff4d6 },
  [GUATU_INK_TILE]            = { 0xf5f4f1, 0xffffff, 0xffffff, 0x292b30, 0xffffff },
  [GUATU_INK_FLAG_DONE]       = { 0xc8202b, 0xc8202b, 0xffffff, 0xff6b74, 0xc00010 },
  [GUATU_INK_FLAG_OVERDUE]    = { 0x222222, 0x222222, 0x000000, 0x000000, 0x000000 },
};

/* How much of the paper is in an ink in hues, in percent. */
const guint8 guatu_palette_paper_in[GUATU_N_INKS][GUATU_N_PALETTE_TABLES] = {
  /*                               colour  ink-saving  b and w  dark  high contrast */
  [GUATU_INK_GROUP]           = { 91, 96, 96, 82, 90 },
  [GUATU_INK_BAR]             = { 70, 100, 100, 66, 80 },
  [GUATU_INK_BAR_DONE]        = { 0, 50, 0, 0, 0 },
  [GUATU_INK_GROUP_CELL]      = { 0, 94, 100, 0, 0 },
};

/* What the edge of a shape is drawn with, so that it can be told without its ground. */
const guint8 guatu_palette_edges[GUATU_N_INKS][GUATU_N_PALETTE_TABLES] = {
  /*                               colour, ink-saving, black and white, dark, high contrast */
  [GUATU_INK_BANNER]          = { 0, GUATU_INK_BANNER_EDGE, GUATU_INK_TEXT, 0, 0 },
  [GUATU_INK_BAR]             = { 0, GUATU_INK_GROUP_TEXT, GUATU_INK_TEXT, 0, GUATU_INK_GROUP_TEXT },
  [GUATU_INK_BAR_DONE]        = { 0, GUATU_INK_GROUP_TEXT, GUATU_INK_TEXT, 0, 0 },
  [GUATU_INK_GROUP_CELL]      = { 0, GUATU_INK_GROUP_TEXT, GUATU_INK_TEXT, 0, 0 },
  [GUATU_INK_LIGHT_GREEN]     = { 0, 0, GUATU_INK_TEXT, 0, GUATU_INK_TEXT },
  [GUATU_INK_LIGHT_YELLOW]    = { 0, 0, GUATU_INK_TEXT, 0, GUATU_INK_TEXT },
  [GUATU_INK_LIGHT_ORANGE]    = { 0, 0, GUATU_INK_TEXT, 0, GUATU_INK_TEXT },
  [GUATU_INK_LIGHT_RED]       = { 0, 0, GUATU_INK_TEXT, 0, GUATU_INK_TEXT },
  [GUATU_INK_LIGHT_DONE]      = { 0, 0, GUATU_INK_TEXT, 0, GUATU_INK_TEXT },
  [GUATU_INK_PHASE]           = { 0, GUATU_INK_PHASE_TEXT, GUATU_INK_TEXT, 0, 0 },
  [GUATU_INK_PHASE_OTHER]     = { 0, GUATU_INK_PHASE_TEXT, GUATU_INK_TEXT, 0, 0 },
  [GUATU_INK_TILE]            = { 0, GUATU_INK_GRID_MAJOR, GUATU_INK_GRID_MAJOR, 0, GUATU_INK_FRAME },
  [GUATU_INK_FLAG_DONE]       = { 0, 0, GUATU_INK_TEXT, 0, 0 },
  [GUATU_INK_FLAG_OVERDUE]    = { 0, 0, 0, GUATU_INK_TEXT, 0 },
};

const GuatuHueRules guatu_hue_rules[GUATU_N_PALETTE_TABLES] = {
  [GUATU_PALETTE_COLOUR] = {
    { 0x3566a8, 0x7b4fa3, 0x1f7f86 }, 0x6b6660, 4.5,
    { { 0.47, 0.54, 0.09, 0.12 }, { 0.36, 0.54, 0.06, 0.18 }, { 0.27, 0.58, 0.03, 0.27 } },
  },
  [GUATU_PALETTE_INK_SAVING] = {
    { 0x3566a8, 0x7b4fa3, 0x1f7f86 }, 0x6b6660, 4.5,
    { { 0.47, 0.54, 0.09, 0.12 }, { 0.36, 0.54, 0.06, 0.18 }, { 0.27, 0.58, 0.03, 0.27 } },
  },
  [GUATU_PALETTE_DARK] = {
    { 0x7fa8e2, 0xb995de, 0x55b8bf }, 0xa39c94, 4.5,
    { { 0.68, 0.74, 0.08, 0.12 }, { 0.62, 0.80, 0.05, 0.16 }, { 0.58, 0.88, 0.03, 0.27 } },
  },
  [GUATU_PALETTE_HIGH_CONTRAST] = {
    { 0x0b45a0, 0x6d1f9c, 0x005a5a }, 0x504b46, 7,
    { { 0.37, 0.44, 0.08, 0.12 }, { 0.28, 0.44, 0.05, 0.18 }, { 0.20, 0.46, 0.03, 0.30 } },
  },
};

const guint8 guatu_hatch_greys[] = { 0x45, 0x80, 0x24, 0x64 };
const guint guatu_n_hatch_greys = G_N_ELEMENTS (guatu_hatch_greys);
