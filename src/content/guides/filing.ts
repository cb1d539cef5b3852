// P8: the skeleton that every residence filing shares, on the portal or in VNeID. The screens were recorded in 2022 and
// the portal has changed since, so each of these steps is marked "to be confirmed".

import type { Effect, GuideStep, Source } from '../../lib/domain/content.ts';
import { at, end, links, refer, resident, to, usual, volunteer } from '../write.ts';
import { otherScreen, SCREENS_OF_2022 } from './parts.ts';

const NO_TWICE = at('law', 'Luật 118/2025/QH15; TT 116/2026/TT-BCA', 'S');

export interface Filing {
	/** Name of the procedure in the list of the portal. */
	readonly procedure: string;
	/** What this procedure asks for beyond the skeleton. */
	readonly block: { readonly say: string; readonly notes?: readonly string[] };
	/** What may have to be attached. */
	readonly attach: readonly string[];
	/** How long it takes, as far as known. */
	readonly time: string;
	readonly timeFrom: readonly Source[];
	/** Proposed while nothing has been filed yet. */
	readonly effects?: readonly Effect[];
}

/** Steps from signing in to the number of the dossier; enter at `sign-in`. */
export function filingSteps({ procedure, block, attach, time, timeFrom, effects = [] }: Filing): GuideStep[] {
	return [
		volunteer(
			'sign-in',
			'Có tài khoản mức 2 chưa?',
			'Nộp trên mạng cần tài khoản mức 2 đã đăng nhập được. Chưa có thì nộp tại Công an xã/phường.',
			[
				usual('find', 'yes', 'Có mức 2, đăng nhập được'),
				to('at-desk', 'desk', 'Muốn nộp tại Công an xã/phường'),
				to('no-level-2', 'no', 'Chưa có mức 2')
			],
			{ from: [at('web', 'luatvietnam.vn 98147')], redirects: [{ when: { states: ['l2LoggedIn'] }, to: 'find' }] }
		),
		resident(
			'find',
			'Tìm thủ tục',
			`Đăng nhập cổng bằng VNeID. Bấm “Nộp hồ sơ trực tuyến”. Ở “Lĩnh vực TTHC” chọn “Đăng ký, Quản lý cư trú”, bấm “Tìm kiếm”, chọn “${procedure}”.`,
			[usual('office', 'found', 'Thấy thủ tục'), to('other-screen', 'other', 'Không thấy mục này')],
			{
				from: [SCREENS_OF_2022],
				notes: ['Trong VNeID: mở mục “Thủ tục hành chính” rồi tìm thủ tục này.']
			}
		),
		resident(
			'office',
			'Chọn nơi nhận và trường hợp',
			'Đọc hướng dẫn, bấm “Nộp hồ sơ”. Chọn tỉnh/thành phố, xã/phường/đặc khu, rồi chọn “Trường hợp”.',
			'person',
			{
				from: [SCREENS_OF_2022, at('web', 'dientuungdung.vn 10143')],
				notes: ['Chỉ còn hai cấp: tỉnh/thành phố và xã/phường/đặc khu.']
			}
		),
		resident(
			'person',
			'Thông tin người khai',
			'Tự khai cho mình thì đánh dấu ô đó: dữ liệu dân cư tự điền. Chỉ sửa được số hộ chiếu, điện thoại, thư điện tử, nghề, nơi làm việc.',
			'block',
			{
				from: [SCREENS_OF_2022]
			}
		),
		resident('block', 'Phần riêng của thủ tục này', block.say, 'files', {
			from: [SCREENS_OF_2022],
			...(block.notes ? { notes: block.notes } : {})
		}),
		resident(
			'files',
			'Đính kèm giấy tờ',
			'Ở “Thành phần hồ sơ”, bấm “Chọn tập tin” hoặc “Scan file”. Xong bấm “Đồng ý và Tiếp tục”.',
			'review',
			{
				from: [SCREENS_OF_2022, NO_TWICE],
				notes: [
					...attach,
					'Giấy tờ đã có trong dữ liệu hoặc VNeID thì không phải nộp lại.',
					'Mỗi tệp không quá 5 MB (quy định năm 2022).'
				]
			}
		),
		resident(
			'review',
			'Xem lại và nộp',
			'Xem lại. Chọn cách nhận thông báo (“Nhận qua cổng thông tin”, điện thoại hoặc thư), nhập “Mã xác nhận” trên màn hình, đánh dấu “Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên”, bấm “Nộp hồ sơ”.',
			'number',
			{
				from: [SCREENS_OF_2022],
				read: 'Xem lại từng dòng. Đúng hết mới đánh dấu chịu trách nhiệm và bấm “Nộp hồ sơ”.'
			}
		),
		resident(
			'number',
			'Ghi mã hồ sơ',
			'Màn hình hiện mã hồ sơ. Người dân tự ghi lại; sau này xem ở “Tra cứu hồ sơ”.',
			[usual('sent', 'number', 'Có mã hồ sơ'), to('not-sent', 'error', 'Máy báo lỗi, chưa có mã')],
			{
				terms: ['term-dossier'],
				from: [SCREENS_OF_2022],
				see: 'Mã có dạng như G01.306.000.000-220308-0017.'
			}
		),
		end('sent', 'success', 'Đã nộp hồ sơ', time, 'Đã nộp hồ sơ trên mạng.', [], {
			from: timeFrom,
			...links(['P8-answer', 'Đọc giấy trả lời'])
		}),
		end(
			'not-sent',
			'referred',
			'Chưa nộp được',
			'Nhờ quầy Một cửa nộp giúp tại chỗ: {deskPlace}, vào {deskHours}.',
			'Cổng báo lỗi khi nộp.',
			[refer('oneStopDesk', `Nộp hồ sơ: ${procedure}`)],
			{
				from: [at('003', 'L8')]
			}
		),
		end(
			'at-desk',
			'later',
			'Nộp tại Công an xã/phường',
			`Mang thẻ căn cước đến {policePlace}, vào {deskHours}. Nói: ${procedure}.`,
			'Sẽ nộp trực tiếp.',
			[
				{
					kind: 'appointment',
					place: 'wardPolice',
					words: `Nộp hồ sơ: ${procedure}`,
					bring: ['Thẻ căn cước hoặc CCCD còn hạn']
				},
				...effects
			],
			{
				from: [NO_TWICE],
				notes: attach,
				...links(['papers-residence', 'Giấy tờ cư trú cần mang'])
			}
		),
		end(
			'no-level-2',
			'later',
			'Cần mức 2 để nộp trên mạng',
			'Làm mức 2 tại Công an xã/phường; cùng chuyến đó nộp luôn hồ sơ cư trú.',
			'Chưa có mức 2.',
			[
				{
					kind: 'appointment',
					place: 'wardPolice',
					words: `Làm mức 2, nộp hồ sơ: ${procedure}`,
					bring: ['Thẻ căn cước hoặc CCCD còn hạn']
				},
				...effects
			],
			{
				from: [at('web', 'luatvietnam.vn 98147')],
				...links(['P4-level2', 'Đăng ký mức 2 tại Công an'])
			}
		),
		otherScreen()
	];
}
