// P15: another phone number. Whoever is still signed in changes it in the app; the others go to the police.

import { again, at, end, flag, guide, labels, met, refer, resident, solved, to, usual, volunteer } from '../write.ts';
import { codeSteps } from './parts.ts';

const IN_APP = [at('004', 'L1 tiện ích 8'), at('004', 'L3 tiện ích 8')];

export const P15_NUMBER = guide(
	{
		id: 'P15-change-number',
		topic: 'keep',
		title: 'Đổi số điện thoại',
		summary: 'Còn đăng nhập được thì đổi trong ứng dụng; không thì ra Công an xã/phường.',
		minutes: 6,
		since: '2024-01-31',
		from: IN_APP,
		keywords: ['đổi số', 'đổi sim', 'số điện thoại mới', 'mất sim'],
		entry: { states: ['l1LoggedIn', 'l2LoggedIn', 'l1Active', 'l2Active'] }
	},
	[
		volunteer(
			'sim',
			'SIM mới có chính chủ không?',
			'Số mới phải đứng tên chính người này và chưa gắn tài khoản của người khác.',
			[
				usual('signed-in', 'own', 'Chính chủ', met('B3.3'), flag('DF-12')),
				to('sim-shop', 'other', 'Không chính chủ', met('B3.2'))
			],
			{ from: [at('001', 'A3.4 C20')], terms: ['term-own-name-sim'] }
		),
		volunteer(
			'signed-in',
			'Còn đăng nhập được VNeID không?',
			'Thử mở VNeID trên máy của người dân.',
			[usual('in-app', 'yes', 'Còn đăng nhập được'), to('police', 'no', 'Không đăng nhập được')],
			{ from: IN_APP }
		),
		resident(
			'in-app',
			'Đổi số trong ứng dụng',
			'Đăng nhập VNeID, tìm mục “Đổi số điện thoại trực tuyến”, tự nhập số mới và làm theo màn hình.',
			[usual('otp', 'code', 'Máy gửi mã về số mới'), to('police', 'missing', 'Không thấy mục này')],
			{
				from: [at('004', 'L1 tiện ích 8', 'U'), at('web', 'mục trong phần cài đặt', 'S')],
				...labels('Đổi số điện thoại trực tuyến')
			}
		),
		...codeSteps('done', 'Mã đúng, máy báo đã đổi số', [at('000', '§5 B3')]),
		end(
			'done',
			'success',
			'Đã đổi số',
			'Từ nay mã gửi về số mới.',
			'Số điện thoại của tài khoản đã đổi.',
			[solved('B3.3')],
			{ from: IN_APP }
		),
		end(
			'police',
			'referred',
			'Đổi số tại Công an',
			'Mang thẻ và điện thoại có SIM mới đến {policePlace}, vào {deskHours}.',
			'Cần Công an đổi số điện thoại.',
			[refer('wardPolice', 'Đổi số điện thoại của tài khoản'), again('Xem đã đổi số chưa', 7)],
			{
				from: [at('003', 'L nguyên nhân 3')],
				read: 'Mang thẻ và điện thoại có SIM mới đến Công an xã/phường để đổi số.'
			}
		)
	]
);
