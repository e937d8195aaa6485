/** "vpcName", "VpcName" and the filter "vpc-name" → "VpcName": the name that the generations' spellings share. */
export const plainName = (name: string): string =>
  name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

/** Whether two names are one in any spelling: the filter "havip-name" is the field HaVipName. */
export const isSameName = (one: string, other: string): boolean => plainName(one).toLowerCase() === plainName(other).toLowerCase();
