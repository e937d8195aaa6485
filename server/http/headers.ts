/** The headers of every answer. */

/** Scripts and styles from our own files only, nothing inline, no string ever becomes markup (Trusted Types without a policy). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const permissions = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'publickey-credentials-get', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions,
  'X-Frame-Options': 'DENY',
};

/** For answers that are written in one piece: the security headers, not to be stored, JSON. */
export const jsonHeaders: readonly string[] = [
  ...Object.entries(securityHeaders).flat(),
  'Cache-Control',
  'no-store',
  'Content-Type',
  'application/json; charset=utf-8',
];
