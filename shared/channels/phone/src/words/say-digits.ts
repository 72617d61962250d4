/** Says digits one by one, in groups with a rest between them: `4 1 8, 5 5 5, 0 1 9 9`. */
export function sayDigits(digits: string, groups: readonly number[] = [3, 3, 4]): string {
  const said: string[] = [];
  let from = 0;
  for (const size of groups) {
    if (from < digits.length) said.push(apart(digits.slice(from, from + size)));
    from += size;
  }
  if (from < digits.length) said.push(apart(digits.slice(from)));
  return said.join(', ');
}

function apart(digits: string): string {
  return digits.split('').join(' ');
}

/** Says a telephone number as people dictate it, without the country's 1. */
export function sayPhone(phone: string): string {
  return phone.startsWith('+1') ? sayDigits(phone.slice(2)) : sayDigits(phone.replace('+', ''), [3, 3, 3]);
}
