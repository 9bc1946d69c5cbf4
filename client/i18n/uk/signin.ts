export const signin = {
  title: 'Вхід',
  login: 'Ім’я для входу',
  password: 'Пароль',
  showPassword: 'Показати або сховати пароль',
  submit: 'Увійти',
  capsLock: 'Увімкнено Caps Lock.',
  demo: {
    title: 'Демонстраційні облікові записи',
    text: 'Вхід без пароля. Кожен запуск демонстрації починається з тих самих даних.',
  },
} as const;
