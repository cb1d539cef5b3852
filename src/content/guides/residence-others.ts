// The two other residence procedures, and how to read what the office answers (P8).

import { again, at, end, guide, labels, links, resident, to, usual, volunteer } from '../write.ts';
import { filingSteps } from './filing.ts';
import { SCREENS_OF_2022 } from './parts.ts';

const LIST = at('001', 'B2');

export const SPLIT = guide(
	{
		id: 'split-household',
		topic: 'residence',
		title: 'Tách hộ',
		summary: 'Cùng chỗ ở mà muốn thành hộ riêng.',
		minutes: 15,
		since: '2022-05-19',
		from: [LIST],
		keywords: ['tách hộ', 'tách hộ khẩu', 'chủ hộ mới', 'ly hôn'],
		entry: { states: ['l2LoggedIn'] }
	},
	[
		volunteer(
			'case',
			'Vì sao tách hộ?',
			'Hỏi chỗ ở vẫn như cũ hay chuyển đi.',
			[
				usual('same-place', 'same', 'Vẫn ở chỗ cũ, lập hộ riêng'),
				to('same-place', 'divorce', 'Sau ly hôn, vẫn ở chỗ cũ'),
				to('moving', 'moving', 'Chuyển đi chỗ khác')
			],
			{ from: [LIST] }
		),
		volunteer(
			'same-place',
			'Ai ở hộ mới?',
			'Hỏi ai làm chủ hộ mới và những ai theo cùng. Nội dung gì chưa rõ hỏi Công an xã/phường.',
			'sign-in',
			{ from: [LIST] }
		),
		end(
			'moving',
			'success',
			'Chuyển chỗ ở',
			'Chuyển đi thì đăng ký thường trú ở nơi mới, không phải tách hộ.',
			'Cần đăng ký thường trú ở nơi mới.',
			[],
			{
				from: [LIST],
				...links(['P9-permanent-residence', 'Đăng ký thường trú'])
			}
		),
		...filingSteps({
			procedure: 'Tách hộ',
			block: {
				say: 'Ghi “Nội dung đề nghị” là tách hộ, chủ hộ mới, và những người cùng sang hộ mới.'
			},
			attach: ['Tờ khai CT01.', 'Giấy tờ khác hỏi Công an xã/phường trước khi nộp.'],
			time: 'Theo dõi mã hồ sơ; thời hạn hỏi Công an xã/phường.',
			timeFrom: [SCREENS_OF_2022],
			effects: [{ kind: 'dataFlag', code: 'DF-11' }]
		})
	]
);

export const CONFIRM = guide(
	{
		id: 'residence-confirmation',
		topic: 'residence',
		title: 'Xác nhận thông tin về cư trú',
		summary: 'Nhiều nơi xem được trong VNeID là đủ; nơi nào đòi giấy mới xin xác nhận.',
		minutes: 10,
		since: '2025-12-15',
		from: [LIST, at('web', 'cafef 188251203091322623; dantri 20251128190521795')],
		keywords: ['xác nhận cư trú', 'sổ hộ khẩu', 'thông tin cư trú', 'xin học'],
		entry: { states: ['l2LoggedIn'] }
	},
	[
		volunteer(
			'case',
			'Cần để làm gì?',
			'Sổ hộ khẩu giấy không còn dùng. Thử mở VNeID trước.',
			[usual('show', 'show', 'Cho xem thông tin cư trú'), to('sign-in', 'paper', 'Nơi nhận đòi giấy xác nhận')],
			{ from: [at('web', 'cafef 188251203091322623; dantri 20251128190521795')] }
		),
		resident(
			'show',
			'Mở thông tin cư trú',
			'Đăng nhập VNeID mức 2, mở “Ví giấy tờ”, bấm “Căn cước điện tử” hoặc “Thông tin cư trú”.',
			[
				usual('shown', 'enough', 'Xem được, đủ dùng'),
				to('sign-in', 'paper', 'Vẫn cần giấy xác nhận'),
				to('no-level-2', 'level-1', 'Không thấy: mới có mức 1')
			],
			{
				from: [at('web', 'cafef 188251203091322623; dantri 20251128190521795')],
				...labels('Ví giấy tờ', 'Căn cước điện tử', 'Thông tin cư trú')
			}
		),
		end(
			'shown',
			'success',
			'Không cần giấy',
			'Cho nơi nhận xem trên máy của mình.',
			'Thông tin cư trú xem được trong VNeID.',
			[],
			{
				from: [at('web', 'cafef 188251203091322623')]
			}
		),
		...filingSteps({
			procedure: 'Xác nhận thông tin về cư trú',
			block: { say: 'Ghi “Nội dung đề nghị”: cần xác nhận điều gì, để làm gì.' },
			attach: ['Tờ khai CT01.'],
			time: 'Thường từ nửa ngày đến 3 ngày. Theo dõi mã hồ sơ.',
			timeFrom: [at('web', 'xác nhận cư trú ½–3 ngày (TT 116/2026)', 'S')]
		})
	]
);

export const ANSWER = guide(
	{
		id: 'P8-answer',
		topic: 'residence',
		title: 'Theo dõi hồ sơ, đọc giấy trả lời',
		summary: 'CT04 là giấy hẹn, CT05 là phải bổ sung, CT06 là từ chối.',
		minutes: 5,
		since: '2022-05-19',
		from: [LIST, at('web', 'baolamdong 382286 (TT 56/2021, TT 53/2025)')],
		keywords: ['mã hồ sơ', 'tra cứu hồ sơ', 'CT04', 'CT05', 'CT06', 'bổ sung', 'từ chối']
	},
	[
		resident('look', 'Tra cứu', 'Đăng nhập cổng, mở “Tra cứu hồ sơ”, tự nhập mã hồ sơ đã ghi.', 'which', {
			from: [SCREENS_OF_2022],
			...labels('Tra cứu hồ sơ')
		}),
		volunteer(
			'which',
			'Cơ quan trả lời gì?',
			'Xem tên mẫu ở góc giấy hoặc trên màn hình.',
			[
				usual('ct04', 'ct04', 'CT04: phiếu tiếp nhận và hẹn trả kết quả'),
				to('ct05', 'ct05', 'CT05: hướng dẫn bổ sung'),
				to('ct06', 'ct06', 'CT06: từ chối'),
				to('silent', 'silent', 'Chưa có trả lời'),
				to('result', 'result', 'Đã có kết quả')
			],
			{ terms: ['term-ct04'], from: [LIST, at('web', 'baolamdong 382286')] }
		),
		end(
			'ct04',
			'later',
			'Đã nhận, có ngày hẹn',
			'Nộp lệ phí nếu cổng báo. Đến ngày hẹn thì nhận kết quả.',
			'Hồ sơ đã được nhận.',
			[again('Nhắc ngày nhận kết quả', 7)],
			{ from: [LIST] }
		),
		volunteer(
			'ct05',
			'Bổ sung',
			'Đọc từng dòng còn thiếu. Chuẩn bị đúng giấy đó rồi nộp tiếp vào hồ sơ cũ, không nộp mới.',
			[usual('supplied', 'have', 'Có giấy, nộp tiếp được'), to('desk', 'unclear', 'Không hiểu, hoặc không có giấy đó')],
			{ from: [LIST] }
		),
		end('supplied', 'success', 'Đã bổ sung', 'Chờ giấy hẹn.', 'Đã nộp giấy bổ sung.', [], { from: [LIST] }),
		end(
			'ct06',
			'referred',
			'Bị từ chối',
			'Giấy phải ghi lý do. Mang giấy ra {policePlace} hỏi, hoặc nhờ quầy Một cửa xem.',
			'Hồ sơ bị từ chối.',
			[{ kind: 'referral', receiver: 'oneStopDesk', words: 'Hồ sơ cư trú bị từ chối' }],
			{ from: [LIST] }
		),
		end(
			'silent',
			'later',
			'Chưa có trả lời',
			'Quá ngày hẹn thì hỏi Công an xã/phường, đưa mã hồ sơ.',
			'Hồ sơ chưa có trả lời.',
			[again('Xem hồ sơ đã có trả lời chưa', 3)],
			{ from: [LIST] }
		),
		end(
			'desk',
			'referred',
			'Nhờ quầy Một cửa',
			'Mang giấy và thẻ đến {deskPlace}, vào {deskHours}.',
			'Cần giúp bổ sung hồ sơ.',
			[{ kind: 'referral', receiver: 'oneStopDesk', words: 'Bổ sung hồ sơ cư trú' }],
			{ from: [at('003', 'L8')] }
		),
		end(
			'result',
			'success',
			'Đã có kết quả',
			'Mở VNeID, “Thông tin cư trú”, xem đã đúng chưa.',
			'Hồ sơ đã có kết quả.',
			[],
			{
				from: [at('web', 'cafef 188251203091322623')]
			}
		)
	]
);
