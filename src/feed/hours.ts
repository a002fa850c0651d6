/** A dash of any length; who writes 7:30 means 07:30. */
const HOURS = /^(?:(?:^|,)\s*(?:2[0-3]|[01]?\d):[0-5]\d\s*[-–]\s*(?:(?:2[0-3]|[01]?\d):[0-5]\d|24:00)\s*)+$/;

/** Whether a string are hours of a day: `07:00-11:30`, across midnight `22:00-05:00`, several with commas between them. */
export const isHours = (value: string): boolean => HOURS.test(value);
