import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/kit.ts';

export const messages: Translation<typeof en> = {};
