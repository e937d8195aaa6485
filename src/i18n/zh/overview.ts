import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/overview.ts';

export const messages: Translation<typeof en> = {};
