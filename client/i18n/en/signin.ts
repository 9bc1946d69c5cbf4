export const signin = {
  title: 'Sign in',
  login: 'Login',
  password: 'Password',
  showPassword: 'Show or hide the password',
  submit: 'Sign in',
  capsLock: 'Caps Lock is on.',
  demo: {
    title: 'Demonstration accounts',
    text: 'No password needed. Every start of the demonstration begins with the same data.',
  },
} as const;
