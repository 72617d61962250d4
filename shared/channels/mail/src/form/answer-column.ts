import { frame } from '../paper.ts';

/** Where answers begin: under the label, right of the number. */
export const answerX = frame.x + 9;
export const answerWidth = frame.width - 9;
